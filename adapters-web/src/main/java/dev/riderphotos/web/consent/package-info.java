/** What riders agree to before a photo of them is taken, on pages and for programs. */
@NullMarked
package dev.riderphotos.web.consent;

import org.jspecify.annotations.NullMarked;
