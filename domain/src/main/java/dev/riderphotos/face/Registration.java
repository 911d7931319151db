package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/** A face is registered, or one of these says why not. */
public sealed interface Registration {
  /**
   * The face is in the collection, now or since an earlier try.
   *
   * @param nearest of the others' that people did not tell from it the one most like it, if that is
   *     near enough for people to look at both; {@code null} if none is
   */
  record Registered(IndexedFace face, @Nullable FaceMatch nearest) implements Registration {
    /** Nobody's is near it. */
    public Registered(IndexedFace face) {
      this(face, null);
    }
  }

  /** It is not: this one of the collection is the same person's. */
  record Duplicate(FaceMatch match) implements Registration {}

  /** It is not: the collection found no face good enough to index. */
  record Unsuitable() implements Registration {}
}
