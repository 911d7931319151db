/** A place for whatever nobody found a name for. */
@NullMarked
package dev.riderphotos.app.broken.util;

import org.jspecify.annotations.NullMarked;
