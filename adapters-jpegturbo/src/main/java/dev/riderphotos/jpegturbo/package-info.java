/** libjpeg-turbo, by way of Leptonica's library, as a decoder for plain JPEGs. */
@NullMarked
package dev.riderphotos.jpegturbo;

import org.jspecify.annotations.NullMarked;
