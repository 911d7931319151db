package dev.riderphotos.step;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Verdict;
import java.util.List;

/** The refusals that do not come from looking at the photo alone. */
public final class Refusals {
  private Refusals() {}

  /** The reference's message, trailing space and all. */
  public static Verdict.Rejected faceExists() {
    return new Verdict.Rejected(
        RejectionError.FACE_ALREADY_EXISTS,
        List.of(
            Reason.of(
                ReasonCode.ALREADY_REGISTERED, "Face in the picture is already in the system. ")));
  }

  static Verdict.Rejected otherFace() {
    return new Verdict.Rejected(
        RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT,
        List.of(
            Reason.of(
                ReasonCode.ALREADY_REGISTERED, "Rider is already registered with another face.")));
  }

  /** The collection's own quality filter dropped the face that detection had found. */
  static Verdict.Rejected unsuitable() {
    return new Verdict.Rejected(
        RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT,
        List.of(Reason.of(ReasonCode.BLURRED, "Face is not clear enough to be recognised.")));
  }
}
