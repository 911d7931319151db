@NullMarked
package dev.riderphotos.imaging;

import org.jspecify.annotations.NullMarked;
