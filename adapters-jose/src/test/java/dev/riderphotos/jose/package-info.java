@NullMarked
package dev.riderphotos.jose;

import org.jspecify.annotations.NullMarked;
