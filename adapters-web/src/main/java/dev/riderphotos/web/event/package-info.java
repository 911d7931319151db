/** What became of events, for operators. */
@NullMarked
package dev.riderphotos.web.event;

import org.jspecify.annotations.NullMarked;
