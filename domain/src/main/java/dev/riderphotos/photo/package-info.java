/** Photos as they are stored, and pictures as they are seen. */
@NullMarked
package dev.riderphotos.photo;

import org.jspecify.annotations.NullMarked;
