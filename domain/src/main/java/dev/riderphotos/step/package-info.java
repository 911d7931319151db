/** The states of the workflow, each of which can be run by itself. */
@NullMarked
package dev.riderphotos.step;

import org.jspecify.annotations.NullMarked;
