package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * A role that a feature keeps a face collection for, which is there before anybody asks for it: the
 * one that is live.
 *
 * @param first the collection that the settings name, which is live until it is switched
 * @param faceModel the face model that the first must have been made with, or {@code null} for any
 */
public record KeptCollection(Role role, CollectionId first, @Nullable String faceModel) {
  /** The model that a collection of the role must have been made with; {@code null} for any. */
  public @Nullable String modelOf(CollectionId collection) {
    return collection.equals(first) ? faceModel : null;
  }
}
