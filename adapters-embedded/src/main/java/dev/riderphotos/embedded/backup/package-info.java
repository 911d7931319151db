/** A data folder as one file, made while a server uses it, and the way back. */
@NullMarked
package dev.riderphotos.embedded.backup;

import org.jspecify.annotations.NullMarked;
