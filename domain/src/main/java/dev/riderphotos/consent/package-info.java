/** What riders agree to before a photo of them is taken, and that they did. */
@NullMarked
package dev.riderphotos.consent;

import org.jspecify.annotations.NullMarked;
