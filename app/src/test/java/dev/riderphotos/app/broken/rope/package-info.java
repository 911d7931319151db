/** The other half of the cycle. */
@NullMarked
package dev.riderphotos.app.broken.rope;

import org.jspecify.annotations.NullMarked;
