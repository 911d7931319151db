@NullMarked
package dev.riderphotos.verification;

import org.jspecify.annotations.NullMarked;
