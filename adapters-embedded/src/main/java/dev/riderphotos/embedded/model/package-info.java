/** Face models beside the built-in ones: the packs of a data folder. */
@NullMarked
package dev.riderphotos.embedded.model;

import org.jspecify.annotations.NullMarked;
