/**
 * Riders over HTTP: the selfie page, what programs send, a rider's profile and its erasure. What
 * operators see of executions, with the picture of the state machine, is in {@code execution}.
 */
@NullMarked
package dev.riderphotos.web.verification;

import org.jspecify.annotations.NullMarked;
