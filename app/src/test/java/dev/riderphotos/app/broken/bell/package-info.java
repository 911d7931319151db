/** One half of a cycle. */
@NullMarked
package dev.riderphotos.app.broken.bell;

import org.jspecify.annotations.NullMarked;
