/** What the rules of the architecture forbid, done on purpose. */
@NullMarked
package dev.riderphotos.app.broken;

import org.jspecify.annotations.NullMarked;
