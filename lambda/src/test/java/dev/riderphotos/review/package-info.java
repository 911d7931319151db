@NullMarked
package dev.riderphotos.review;

import org.jspecify.annotations.NullMarked;
