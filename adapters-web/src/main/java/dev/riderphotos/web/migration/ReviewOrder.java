package dev.riderphotos.web.migration;

import dev.riderphotos.web.execution.BoxAnswer;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is decided of a face.
 *
 * @param action match, drop or undo
 * @param newFaceId which new face it is; for match
 * @param newBox or which of the candidates it is, by its box
 */
@Serdeable
record ReviewOrder(
    @Nullable String action, @Nullable String newFaceId, @Nullable BoxAnswer newBox) {}
