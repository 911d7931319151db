package dev.riderphotos.step;

import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Verdict;
import java.util.List;

/** The refusals that do not come from looking at the photo alone. */
public final class Refusals {
  private Refusals() {}

  /**
   * The reference's message, trailing space and all.
   *
   * @param own whether the face that exists is the one this rider has
   */
  public static Verdict.Rejected faceExists(boolean own) {
    return new Verdict.Rejected(
        RejectionError.FACE_ALREADY_EXISTS,
        List.of(
            Reason.of(
                ReasonCode.ALREADY_REGISTERED, "Face in the picture is already in the system. ")),
        own,
        false);
  }

  /** The rider has another face, which stays. */
  static Verdict.Rejected anotherFace(RiderSettings settings) {
    return new Verdict.Rejected(
        RejectionError.ANOTHER_FACE,
        List.of(
            Reason.of(ReasonCode.ANOTHER_FACE, "This is not the face that this rider registered.")),
        false,
        settings.newFace() == RiderSettings.NewFace.REVIEW);
  }

  /** The collection's own quality filter dropped the face that detection had found. */
  static Verdict.Rejected unsuitable() {
    return new Verdict.Rejected(
        RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT,
        List.of(Reason.of(ReasonCode.BLURRED, "Face is not clear enough to be recognised.")));
  }
}
