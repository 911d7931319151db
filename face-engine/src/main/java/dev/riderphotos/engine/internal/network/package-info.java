/**
 * The three networks: their weights, their graphs and their running. Knows nothing of pictures.
 * Internal: not part of the engine's interface.
 */
@NullMarked
package dev.riderphotos.engine.internal.network;

import org.jspecify.annotations.NullMarked;
