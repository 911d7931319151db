/** Stored objects, by tickets and links, where our own server is the store. */
@NullMarked
package dev.riderphotos.web.object;

import org.jspecify.annotations.NullMarked;
