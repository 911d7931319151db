/** Faces: where they are, how they are compared, and the collection that knows them. */
@NullMarked
package dev.riderphotos.face;

import org.jspecify.annotations.NullMarked;
