/** Draws portraits of people who do not exist, for tests and for the sample selfie. */
@NullMarked
package dev.riderphotos.portraits;

import org.jspecify.annotations.NullMarked;
