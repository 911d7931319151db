/** Faces cut out of pictures, and what is told of each. */
@NullMarked
package dev.riderphotos.extraction;

import org.jspecify.annotations.NullMarked;
