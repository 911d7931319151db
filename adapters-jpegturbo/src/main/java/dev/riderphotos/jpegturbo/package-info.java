/** libjpeg-turbo, as a decoder for plain JPEGs. */
@NullMarked
package dev.riderphotos.jpegturbo;

import org.jspecify.annotations.NullMarked;
