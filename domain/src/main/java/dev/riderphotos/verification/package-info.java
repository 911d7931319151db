/**
 * The verification of a rider's photo: how it is submitted, which step follows which ({@link
 * dev.riderphotos.verification.Workflow}), how it goes on after a crash, and how a rider is erased
 * ({@link dev.riderphotos.verification.EraseRider}). The steps themselves, with the rules that they
 * go by, are in {@code step}; what is kept of them is in {@code execution}.
 */
@NullMarked
package dev.riderphotos.verification;

import org.jspecify.annotations.NullMarked;
