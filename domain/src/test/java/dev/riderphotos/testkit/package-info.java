/**
 * What every module's tests share: a contract per port, hand-written fakes that keep the same
 * contracts, faults, and drawn photos.
 */
@NullMarked
package dev.riderphotos.testkit;

import org.jspecify.annotations.NullMarked;
