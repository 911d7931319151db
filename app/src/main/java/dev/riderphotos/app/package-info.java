/** The composition root: configuration, all wiring, and the command line. */
@NullMarked
package dev.riderphotos.app;

import org.jspecify.annotations.NullMarked;
