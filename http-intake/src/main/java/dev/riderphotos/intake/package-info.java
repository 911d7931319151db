/**
 * How bodies of requests come in so that nobody can stop the others: bounded, no slower than agreed
 * and kept out of memory while they arrive; then each is dealt with in its caller's turn.
 */
@NullMarked
package dev.riderphotos.intake;

import org.jspecify.annotations.NullMarked;
