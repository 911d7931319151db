@NullMarked
package dev.riderphotos.access;

import org.jspecify.annotations.NullMarked;
