@NullMarked
package dev.riderphotos.lambda;

import org.jspecify.annotations.NullMarked;
