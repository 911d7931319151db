/** Native code out of jars, kept as files from one start to the next. */
@NullMarked
package dev.riderphotos.natives;

import org.jspecify.annotations.NullMarked;
