/** Word to riders by any mail server. Constructing an adapter does no I/O. */
@NullMarked
package dev.riderphotos.smtp;

import org.jspecify.annotations.NullMarked;
