package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Cursor;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Compares the rows of a migration with what the two collections hold; reads only. */
final class CheckMoved {
  private static final int PAGE = 1000;

  private final MigrationLedger ledger;
  private final FaceCollections collections;

  CheckMoved(MigrationLedger ledger, FaceCollections collections) {
    this.ledger = ledger;
    this.collections = collections;
  }

  /**
   * Looks at every row and at every face.
   *
   * @param fault is given a sentence for each thing that is not as it has to be
   * @param addedSince is told how many faces the old collection has that are not known
   */
  void check(Migration migration, Consumer<String> fault, LongConsumer addedSince) {
    Counts counts = ledger.counts(migration.id());
    if (counts.open() > 0) {
      fault.accept("%,d faces are open".formatted(counts.open()));
    }
    long rows = checkRows(migration, fault);
    if (rows != counts.ended() - counts.of(Outcome.WITHDRAWN)) {
      fault.accept(
          "%,d faces have an outcome, and there are %,d rows"
              .formatted(counts.ended() - counts.of(Outcome.WITHDRAWN), rows));
    }
    checkNewCollection(migration, fault);
    if (migration.from() != null) {
      addedSince.accept(addedSince(migration, migration.from()));
    }
  }

  private long checkRows(Migration migration, Consumer<String> fault) {
    long rows = 0;
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger.rows(migration.id(), null, after, PAGE);
      Map<FaceId, IndexedFace> there = there(migration.to(), page);
      for (FaceRow row : page) {
        rows++;
        after = row.provided().id();
        checkRow(migration, row, there, fault);
      }
    } while (page.size() == PAGE);
    return rows;
  }

  private void checkRow(
      Migration migration, FaceRow row, Map<FaceId, IndexedFace> there, Consumer<String> fault) {
    FaceId moved = row.newFace();
    if (moved == null) {
      return;
    }
    IndexedFace face = there.get(moved);
    if (face == null) {
      if (isGone(migration, row)) {
        return; // it was deleted since, from both
      }
      fault.accept(
          "The face %s was moved to %s, which is not there".formatted(row.provided().id(), moved));
    } else if (!Objects.equals(face.externalImageId(), row.externalImageId())) {
      fault.accept(
          "The face %s has another external image id than %s"
              .formatted(moved, row.provided().id()));
    }
  }

  private boolean isGone(Migration migration, FaceRow row) {
    CollectionId from = migration.from();
    return from != null
        && collections
            .faces(from, List.of(row.provided().id()))
            .map(FacePage::faces)
            .orElse(List.of())
            .isEmpty();
  }

  private Map<FaceId, IndexedFace> there(CollectionId collection, List<FaceRow> rows) {
    List<FaceId> faces =
        rows.stream().map(FaceRow::newFace).filter(Objects::nonNull).distinct().toList();
    return faces.isEmpty()
        ? Map.of()
        : collections
            .faces(collection, faces)
            .orElseThrow(() -> new NoSuchCollectionException(collection))
            .faces()
            .stream()
            .collect(Collectors.toMap(IndexedFace::id, Function.identity()));
  }

  private void checkNewCollection(Migration migration, Consumer<String> fault) {
    forEachFace(
        migration.to(),
        faces -> {
          Set<FaceId> named = ledger.named(migration.id(), faces);
          faces.stream()
              .filter(face -> !named.contains(face))
              .forEach(face -> fault.accept("The new face %s has no row".formatted(face)));
        });
  }

  /** What was added since is no fault: it follows before a switch. */
  private long addedSince(Migration migration, CollectionId from) {
    AtomicLong added = new AtomicLong();
    forEachFace(
        from,
        faces ->
            added.addAndGet(faces.size() - (long) ledger.provided(migration.id(), faces).size()));
    return added.get();
  }

  private void forEachFace(CollectionId collection, Consumer<List<FaceId>> work) {
    Cursor next = null;
    do {
      Cursor after = next;
      FacePage page =
          collections
              .faces(collection, after, PAGE)
              .orElseThrow(() -> new NoSuchCollectionException(collection));
      work.accept(page.faces().stream().map(IndexedFace::id).toList());
      next = page.next();
    } while (next != null);
  }
}
