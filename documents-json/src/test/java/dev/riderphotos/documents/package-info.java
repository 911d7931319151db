/** Executions come back as they were. */
@NullMarked
package dev.riderphotos.journal;

import org.jspecify.annotations.NullMarked;
