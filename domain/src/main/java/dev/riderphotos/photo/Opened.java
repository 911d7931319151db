package dev.riderphotos.photo;

import org.jspecify.annotations.Nullable;

/** A photo that is opened is decoded, or one of these says why not. */
public sealed interface Opened {
  /** The photo has these pixels; whoever is given them closes them. */
  record Decoded(Picture picture) implements Opened {}

  /**
   * The photo is none that we take, for this reason.
   *
   * @param kind what it is, if that is the problem and known: "a HEIC picture", "a picture of more
   *     than 25 megapixels"
   */
  record Unacceptable(PhotoProblem problem, @Nullable String kind) implements Opened {
    public Unacceptable(PhotoProblem problem) {
      this(problem, null);
    }
  }
}
