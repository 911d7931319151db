package dev.riderphotos.migration;

/** What became of a face that was to be moved. */
public enum Outcome {
  /** It is in the new collection. */
  MOVED,
  /** Its photo was indexed, and none of the faces found there is this one. */
  NOT_REINDEXED,
  /** Its photo could not be indexed, however often that was tried. */
  FAILED,
  /** Its photo is not known, or not there, or no photo. */
  REJECTED,
  /** It was deleted from the old collection before the switch; nothing of it is kept. */
  WITHDRAWN
}
