package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;

/** A collection that a migration needs is not there. */
public final class NoSuchCollectionException extends RuntimeException {
  public NoSuchCollectionException(CollectionId id) {
    super("There is no collection " + id);
  }
}
