/** New links for riders whose old ones have expired. */
@NullMarked
package dev.riderphotos.web.link;

import org.jspecify.annotations.NullMarked;
