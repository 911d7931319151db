@NullMarked
package dev.riderphotos.intake;

import org.jspecify.annotations.NullMarked;
