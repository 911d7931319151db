/** Riders over HTTP: the selfie page, what programs send, a rider's profile and its erasure. */
@NullMarked
package dev.riderphotos.web.verification;

import org.jspecify.annotations.NullMarked;
