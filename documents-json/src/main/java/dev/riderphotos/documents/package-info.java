/** The journal's documents, the same in every store that keeps them as text. */
@NullMarked
package dev.riderphotos.journal;

import org.jspecify.annotations.NullMarked;
