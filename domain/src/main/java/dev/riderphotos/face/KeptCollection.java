package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * A face collection that a feature keeps, and that is there before anybody asks for it.
 *
 * @param faceModel the face model that it must have been made with, or {@code null} for any
 */
public record KeptCollection(CollectionId id, @Nullable String faceModel) {
  /** The collection may be of any face model. */
  public static KeptCollection of(CollectionId id) {
    return new KeptCollection(id, null);
  }
}
