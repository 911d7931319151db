/** Runs the workflow's states as functions that Step Functions calls: a composition root. */
@NullMarked
package dev.riderphotos.lambda;

import org.jspecify.annotations.NullMarked;
