/** The catalogue of drinks: which bar serves which drink, and what it looks like. */
@NullMarked
package dev.riderphotos.drink;

import org.jspecify.annotations.NullMarked;
