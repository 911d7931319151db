package dev.riderphotos.web.execution;

import dev.riderphotos.photo.PhotoRef;
import io.micronaut.serde.annotation.Serdeable;

/** Where a photo is kept, in the reference's words. */
@Serdeable
public record PhotoAnswer(String s3bucket, String s3key) {
  public static PhotoAnswer of(PhotoRef ref) {
    return new PhotoAnswer(ref.bucket(), ref.key());
  }
}
