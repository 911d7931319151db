/** For how long what is kept of riders is kept, and that it goes then. */
@NullMarked
package dev.riderphotos.retention;

import org.jspecify.annotations.NullMarked;
