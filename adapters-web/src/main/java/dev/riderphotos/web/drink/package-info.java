/** The JSON API of the catalogue of drinks. */
@NullMarked
package dev.riderphotos.web.drink;

import org.jspecify.annotations.NullMarked;
