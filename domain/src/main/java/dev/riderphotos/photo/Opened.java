package dev.riderphotos.photo;

/** What came of opening a photo. */
public sealed interface Opened {
  /** Its pixels; to be closed by whom they are given to. */
  record Decoded(Picture picture) implements Opened {}

  /** Not a picture that we take, and why. */
  record Unacceptable(PhotoProblem problem) implements Opened {}
}
