@NullMarked
package dev.riderphotos.natives;

import org.jspecify.annotations.NullMarked;
