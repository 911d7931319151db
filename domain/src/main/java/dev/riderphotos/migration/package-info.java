/** Moves the faces of one collection into another of a newer face model, and proves it. */
@NullMarked
package dev.riderphotos.migration;

import org.jspecify.annotations.NullMarked;
