/**
 * Writes ONNX models in memory: as much of the format as three networks need. Internal: not part of
 * the engine's interface.
 */
@NullMarked
package dev.riderphotos.engine.internal.onnx;

import org.jspecify.annotations.NullMarked;
