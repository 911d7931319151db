/** Executions come back as they were. */
@NullMarked
package dev.riderphotos.documents;

import org.jspecify.annotations.NullMarked;
