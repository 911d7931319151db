package dev.riderphotos.web.migration;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is decided of a face.
 *
 * @param action match, drop or undo
 * @param newFaceId which new face it is; for match
 */
@Serdeable
record ReviewOrder(@Nullable String action, @Nullable String newFaceId) {}
