package dev.riderphotos.web.gallery;

/** What was done to a face. */
public enum Change {
  DELETED,
  /** The face is deleted, and nobody knows where it came from. */
  FINAL,
  RESTORED,
  /** Somebody said that the face is not the person that a search took it for. */
  TOLD_APART,
  TAKEN_BACK
}
