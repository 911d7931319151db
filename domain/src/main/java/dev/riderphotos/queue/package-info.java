/** In what order executions get their turn, so that nobody can stop the others. */
@NullMarked
package dev.riderphotos.queue;

import org.jspecify.annotations.NullMarked;
