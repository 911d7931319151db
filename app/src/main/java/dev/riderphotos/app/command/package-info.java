/** The commands: what is typed, what they print, what they end with. */
@NullMarked
package dev.riderphotos.app.command;

import org.jspecify.annotations.NullMarked;
