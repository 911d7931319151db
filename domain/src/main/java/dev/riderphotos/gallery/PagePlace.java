package dev.riderphotos.gallery;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections.Cursor;
import org.jspecify.annotations.Nullable;

/** Where a page of faces begins: in which collection, and after what; from its first if null. */
record PagePlace(CollectionId collection, @Nullable Cursor after) {
  private static final char BETWEEN = ':';

  /**
   * Reads what {@link #next} wrote.
   *
   * @param asked the collection, where there is no cursor to tell
   */
  static PagePlace of(CollectionId asked, @Nullable Cursor cursor) {
    if (cursor == null) {
      return new PagePlace(asked, null);
    }
    int between = cursor.value().indexOf(BETWEEN);
    if (between < 0) {
      throw new IllegalArgumentException("Not a cursor: " + cursor.value());
    }
    return new PagePlace(
        new CollectionId(cursor.value().substring(0, between)),
        new Cursor(cursor.value().substring(between + 1)));
  }

  /** The cursor of the next page; null if there is none. */
  static @Nullable Cursor next(CollectionId collection, @Nullable Cursor next) {
    return next == null ? null : new Cursor(collection.value() + BETWEEN + next.value());
  }
}
