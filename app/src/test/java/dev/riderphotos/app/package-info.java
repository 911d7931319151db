/** Everything together: over HTTP, on the command line, and in processes that die. */
@NullMarked
package dev.riderphotos.app;

import org.jspecify.annotations.NullMarked;
