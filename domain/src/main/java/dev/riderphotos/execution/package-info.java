/** An execution of the workflow, as it is kept: its steps, their output, its verdict. */
@NullMarked
package dev.riderphotos.execution;

import org.jspecify.annotations.NullMarked;
