/** Descriptors of faces in files that are mapped, searched exactly and fast. */
@NullMarked
package dev.riderphotos.embedded.vector;

import org.jspecify.annotations.NullMarked;
