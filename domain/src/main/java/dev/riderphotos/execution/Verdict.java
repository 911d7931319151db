package dev.riderphotos.execution;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import java.util.List;

/** What we think of a photo. */
public sealed interface Verdict {
  /** The rider may ride. */
  record Verified(FaceId face, PhotoRef thumbnail) implements Verdict {}

  /**
   * The rider should send another photo.
   *
   * @param reasons all that were found, the decisive one first; at least one, and no suspicions
   * @param own whether the face is the one by which this rider is verified
   * @param review whether an operator is to look at it
   */
  record Rejected(RejectionError error, List<Reason> reasons, boolean own, boolean review)
      implements Verdict {
    public Rejected(RejectionError error, List<Reason> reasons) {
      this(error, reasons, false, false);
    }

    public Rejected {
      reasons = List.copyOf(reasons);
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("A rejection has a reason");
      }
      if (reasons.stream().anyMatch(reason -> reason.code().suspicion())) {
        throw new IllegalArgumentException("A suspicion is not held against a photo");
      }
    }

    /** The decisive reason in words. */
    public String message() {
      return reasons.getFirst().message();
    }
  }
}
