/**
 * The states of the workflow, each of which can be run by itself, and the rules of photos that they
 * go by.
 */
@NullMarked
package dev.riderphotos.step;

import org.jspecify.annotations.NullMarked;
