package dev.riderphotos.web.gallery;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/**
 * Says what was done to a face, and offers to undo it.
 *
 * @param name whose face it is; empty if there is no record of it
 * @param undo where to post to; none if there is nothing to be undone
 * @param searched the face of a photo that it was told apart from
 */
@Introspected
public record Receipt(
    Change change, String name, @Nullable String undo, @Nullable String searched) {}
