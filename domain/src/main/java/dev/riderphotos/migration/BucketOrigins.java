package dev.riderphotos.migration;

import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.Optional;

/** The photos of faces whose external image id is the key of their photo in a bucket. */
public final class BucketOrigins implements FaceOrigins {
  private final String bucket;

  public BucketOrigins(String bucket) {
    PhotoRef _ = new PhotoRef(bucket, "any");
    this.bucket = bucket;
  }

  @Override
  public Optional<Origin> of(IndexedFace face) {
    return Optional.ofNullable(face.externalImageId())
        .map(ExternalImageId::name)
        .map(key -> new Origin(new PhotoRef(bucket, key), null));
  }

  @Override
  public String reason() {
    return "The face has no external image id, which would be the key of its photo";
  }
}
