/**
 * Face models: the two that are built in, and packs that an owner adds, each with what its
 * distances mean.
 */
@NullMarked
package dev.riderphotos.engine.model;

import org.jspecify.annotations.NullMarked;
