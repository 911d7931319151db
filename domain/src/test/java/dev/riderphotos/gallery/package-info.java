@NullMarked
package dev.riderphotos.gallery;

import org.jspecify.annotations.NullMarked;
