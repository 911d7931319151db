package dev.riderphotos.execution;

import dev.riderphotos.face.BoundingBox;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reason against a photo.
 *
 * @param message in words; the reference's own where it has one
 * @param box where in the picture, if it is in one place
 * @param kind what the photo is, if that is what is wrong with it: "a HEIC picture"
 * @param score of a suspicion: how much speaks for it, 0 to 100
 * @param boxes of each face where there are several, all within {@code box}
 */
public record Reason(
    ReasonCode code,
    String message,
    @Nullable BoundingBox box,
    @Nullable String kind,
    @Nullable Double score,
    @Nullable List<BoundingBox> boxes) {
  public Reason {
    boxes = boxes == null ? null : List.copyOf(boxes);
  }

  public Reason(ReasonCode code, String message, @Nullable BoundingBox box) {
    this(code, message, box, null, null, null);
  }

  /** A reason that concerns the photo as a whole. */
  public static Reason of(ReasonCode code, String message) {
    return new Reason(code, message, null);
  }

  /** A reason that concerns several faces, where they are; at least one. */
  public static Reason of(ReasonCode code, String message, List<BoundingBox> boxes) {
    BoundingBox all = boxes.stream().reduce(BoundingBox::union).orElseThrow();
    return new Reason(code, message, all, null, null, boxes);
  }

  /** The same reason, and what the photo is if that is known. */
  public Reason since(@Nullable String what) {
    return new Reason(code, message, box, what, score, boxes);
  }

  /** The same reason, and how much speaks for it. */
  public Reason scored(double howMuch) {
    return new Reason(code, message, box, kind, howMuch, boxes);
  }

  /** What the rider can do about it. */
  public String advice() {
    return kind == null ? code.advice() : "This is " + kind + ". " + code.advice();
  }
}
