package dev.riderphotos.face;

/** A face is registered, or one of these says why not. */
public sealed interface Registration {
  /** The face is in the collection, now or since an earlier try. */
  record Registered(IndexedFace face) implements Registration {}

  /** It is not: this one of the collection is the same person's. */
  record Duplicate(FaceMatch match) implements Registration {}

  /** It is not: the collection found no face good enough to index. */
  record Unsuitable() implements Registration {}
}
