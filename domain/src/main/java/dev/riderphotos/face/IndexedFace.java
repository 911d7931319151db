package dev.riderphotos.face;

/** A face in a collection. */
public record IndexedFace(
    FaceId id,
    ImageId image,
    ExternalImageId externalImageId,
    BoundingBox box,
    double confidence) {}
