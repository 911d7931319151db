package dev.riderphotos.verification;

import dev.riderphotos.face.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * One reason against a photo.
 *
 * @param message in words; the reference's own where it has one
 * @param box where in the picture, if it is in one place
 */
public record Reason(ReasonCode code, String message, @Nullable BoundingBox box) {
  /** A reason that concerns the photo as a whole. */
  public static Reason of(ReasonCode code, String message) {
    return new Reason(code, message, null);
  }
}
