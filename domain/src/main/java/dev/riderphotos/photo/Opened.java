package dev.riderphotos.photo;

import org.jspecify.annotations.Nullable;

/** What came of opening a photo. */
public sealed interface Opened {
  /** Its pixels; to be closed by whom they are given to. */
  record Decoded(Picture picture) implements Opened {}

  /**
   * Not a picture that we take, and why.
   *
   * @param kind what it is, if its format is the problem and known: "a HEIC picture"
   */
  record Unacceptable(PhotoProblem problem, @Nullable String kind) implements Opened {
    public Unacceptable(PhotoProblem problem) {
      this(problem, null);
    }
  }
}
