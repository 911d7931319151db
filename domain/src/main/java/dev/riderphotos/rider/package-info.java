/** Riders, their profiles, and word to them. */
@NullMarked
package dev.riderphotos.rider;

import org.jspecify.annotations.NullMarked;
