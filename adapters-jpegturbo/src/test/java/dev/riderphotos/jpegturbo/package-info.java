@NullMarked
package dev.riderphotos.jpegturbo;

import org.jspecify.annotations.NullMarked;
