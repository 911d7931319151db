/** The verification of a rider's photo: an execution, its steps and its verdict. */
@NullMarked
package dev.riderphotos.verification;

import org.jspecify.annotations.NullMarked;
