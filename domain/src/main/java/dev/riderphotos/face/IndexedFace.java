package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * A face in a collection.
 *
 * @param externalImageId as the one who indexed it named it, if they did
 */
public record IndexedFace(
    FaceId id,
    ImageId image,
    @Nullable ExternalImageId externalImageId,
    BoundingBox box,
    double confidence) {}
