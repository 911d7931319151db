@NullMarked
package dev.riderphotos.embedded.vector;

import org.jspecify.annotations.NullMarked;
