package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * A face in a collection.
 *
 * @param externalImageId as the one who indexed it named it, if they did
 * @param user whom it was associated to when it was looked up, if to anybody
 */
public record IndexedFace(
    FaceId id,
    ImageId image,
    @Nullable ExternalImageId externalImageId,
    BoundingBox box,
    double confidence,
    @Nullable UserId user) {

  /** A face that is no user's. */
  public IndexedFace(
      FaceId id,
      ImageId image,
      @Nullable ExternalImageId externalImageId,
      BoundingBox box,
      double confidence) {
    this(id, image, externalImageId, box, confidence, null);
  }

  /** The same face as this user's. */
  public IndexedFace of(@Nullable UserId owner) {
    return new IndexedFace(id, image, externalImageId, box, confidence, owner);
  }

  /** The same face, in another box: another model finds it a little beside. */
  public IndexedFace in(BoundingBox other) {
    return new IndexedFace(id, image, externalImageId, other, confidence, user);
  }

  /** The same face, under another id. */
  public IndexedFace as(FaceId other) {
    return new IndexedFace(other, image, externalImageId, box, confidence, user);
  }
}
