package dev.riderphotos.execution;

import dev.riderphotos.face.BoundingBox;
import org.jspecify.annotations.Nullable;

/**
 * One reason against a photo.
 *
 * @param message in words; the reference's own where it has one
 * @param box where in the picture, if it is in one place
 * @param kind what the photo is, if that is what is wrong with it: "a HEIC picture"
 */
public record Reason(
    ReasonCode code, String message, @Nullable BoundingBox box, @Nullable String kind) {
  public Reason(ReasonCode code, String message, @Nullable BoundingBox box) {
    this(code, message, box, null);
  }

  /** A reason that concerns the photo as a whole. */
  public static Reason of(ReasonCode code, String message) {
    return new Reason(code, message, null);
  }

  /** The same reason, and what the photo is if that is known. */
  public Reason since(@Nullable String what) {
    return new Reason(code, message, box, what);
  }

  /** What the rider can do about it. */
  public String advice() {
    return kind == null ? code.advice() : "This is " + kind + ". " + code.advice();
  }
}
