@NullMarked
package dev.riderphotos.ruler;

import org.jspecify.annotations.NullMarked;
