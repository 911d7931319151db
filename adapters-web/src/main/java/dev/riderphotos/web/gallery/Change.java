package dev.riderphotos.web.gallery;

/** What was done to a face. */
public enum Change {
  DELETED,
  /** Deleted, and nobody knows where it came from. */
  FINAL,
  RESTORED,
  /** Said not to be the person that a search took it for. */
  TOLD_APART,
  TAKEN_BACK
}
