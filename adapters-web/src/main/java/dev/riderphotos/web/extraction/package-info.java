/** Faces cut out of pictures, over HTTP. */
@NullMarked
package dev.riderphotos.web.extraction;

import org.jspecify.annotations.NullMarked;
