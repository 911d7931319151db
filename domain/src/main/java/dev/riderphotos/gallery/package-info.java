/** Named photos: their faces indexed, searched for, listed and deleted. */
@NullMarked
package dev.riderphotos.gallery;

import org.jspecify.annotations.NullMarked;
