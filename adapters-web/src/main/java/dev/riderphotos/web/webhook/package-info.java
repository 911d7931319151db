/** What other programs are told, for operators. */
@NullMarked
package dev.riderphotos.web.webhook;

import org.jspecify.annotations.NullMarked;
