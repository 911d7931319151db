/** The page where operators look at the gallery's faces, and search them. */
@NullMarked
package dev.riderphotos.web.page.gallery;

import org.jspecify.annotations.NullMarked;
