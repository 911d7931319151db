/**
 * Faces: where they are, how they are compared, when two are taken for one person's ({@link
 * dev.riderphotos.face.DuplicateRule}), and the collections that know them.
 */
@NullMarked
package dev.riderphotos.face;

import org.jspecify.annotations.NullMarked;
