/** The catalogue of drinks over HTTP: its JSON API, and its page. */
@NullMarked
package dev.riderphotos.web.drink;

import org.jspecify.annotations.NullMarked;
