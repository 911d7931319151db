/**
 * Riders, their profiles, and word to them. They are erased by {@code ForgetRider} in {@code
 * verification}, for that goes over their executions, which are not known here.
 */
@NullMarked
package dev.riderphotos.rider;

import org.jspecify.annotations.NullMarked;
