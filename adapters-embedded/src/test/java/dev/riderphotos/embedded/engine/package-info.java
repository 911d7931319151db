@NullMarked
package dev.riderphotos.embedded.engine;

import org.jspecify.annotations.NullMarked;
