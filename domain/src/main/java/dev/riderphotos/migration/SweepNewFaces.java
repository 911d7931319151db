package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Deletes from the new collection what nobody provided, never a face that a row names or that is
 * kept. Nobody may index into the collection meanwhile. May be repeated.
 */
public final class SweepNewFaces {
  private static final int PAGE = 1000;

  private final FaceCollections collections;
  private final MigrationLedger ledger;

  public SweepNewFaces(FaceCollections collections, MigrationLedger ledger) {
    this.collections = collections;
    this.ledger = ledger;
  }

  /**
   * Says how many faces were deleted.
   *
   * @param goesOn whether there still is nobody else who indexes
   */
  public long sweep(Migration migration, BooleanSupplier goesOn) {
    long deleted = 0;
    Cursor next = null;
    do {
      if (!goesOn.getAsBoolean()) {
        return deleted;
      }
      FacePage page = page(migration.to(), next);
      deleted += delete(migration, page.faces().stream().map(IndexedFace::id).toList());
      next = page.next();
    } while (next != null);
    return deleted;
  }

  private FacePage page(CollectionId collection, @Nullable Cursor after) {
    return collections
        .faces(collection, after, PAGE)
        .orElseThrow(() -> new NoSuchCollectionException(collection));
  }

  private long delete(Migration migration, List<FaceId> faces) {
    Set<FaceId> named = ledger.named(migration.id(), faces);
    List<FaceId> nobodys = faces.stream().filter(face -> !named.contains(face)).toList();
    return nobodys.isEmpty()
        ? 0
        : collections.deleteFaces(migration.to(), nobodys).map(List::size).orElse(0);
  }
}
