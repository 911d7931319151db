package dev.riderphotos.migration;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has an operator decide by hand what a face was moved to, or that it is not moved. Each decision
 * can be undone until the new collection is live: the row as it was is kept beside. What was proven
 * before does not hold any more.
 *
 * <p>The row is written before faces are deleted: what is cut short leaves a face that no row
 * names, which is swept at the end of the next run.
 */
public final class ReviewFace {
  static final String MATCHED = "Matched by an operator.";
  static final String DROPPED = "Dropped by an operator.";
  private static final String NOT_FOUND = "The new face is not found in the photo any more";
  private static final String ANOTHERS = "The new face is another face's already";

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final FaceCounterparts counterparts;
  private final MigrateRecord migrate;

  public ReviewFace(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FaceCounterparts counterparts,
      MigrateRecord migrate) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.counterparts = counterparts;
    this.migrate = migrate;
  }

  /** What came of it. */
  public sealed interface Reviewed {
    /** The row is this now. */
    record Written(FaceRow row) implements Reviewed {}

    /** Nothing was changed; the sentence says why. */
    record Refused(String sentence) implements Reviewed {}

    /** The migration has no row of this face. */
    record Unknown() implements Reviewed {}
  }

  /**
   * A face that the new model sees in the photo.
   *
   * @param iou how much it has in common with the old box, 0 to 1
   * @param owner whose it is already: a face that was provided of the same photo; {@code null} if
   *     it is nobody's
   */
  public record Candidate(BoundingBox box, double iou, @Nullable FaceId owner) {}

  /**
   * Lists the faces that it may be, from left to right: all that the new model sees in its photo.
   * Nothing is written. Empty if there is no such row, or no photo that can be opened.
   */
  public List<Candidate> candidates(MigrationId id, FaceId provided) {
    Migration migration = migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
    return ledger
        .row(id, provided)
        .filter(row -> row.photo() != null)
        .map(row -> candidates(migration, row))
        .orElse(List.of());
  }

  private List<Candidate> candidates(Migration migration, FaceRow row) {
    List<FaceRow> all = rowsOfThePhoto(migration, row);
    BoundingBox old = row.provided().box();
    return migrate.see(record(row, old), migration.to(), migration.options()).stream()
        .map(IndexedFace::box)
        .sorted(Comparator.comparingDouble(BoundingBox::left))
        .map(box -> new Candidate(box, old.intersectionOverUnion(box), owner(all, box)))
        .toList();
  }

  private List<FaceRow> rowsOfThePhoto(Migration migration, FaceRow row) {
    MigrationId id = migration.id();
    return Stream.concat(
            Stream.of(row),
            ledger.besides(id, row.provided().id()).stream()
                .flatMap(other -> ledger.row(id, other.id()).stream()))
        .toList();
  }

  private static @Nullable FaceId owner(List<FaceRow> rows, BoundingBox box) {
    return rows.stream()
        .filter(row -> isMovedTo(row, box))
        .map(row -> row.provided().id())
        .findFirst()
        .orElse(null);
  }

  private static boolean isMovedTo(FaceRow row, BoundingBox box) {
    FaceRow.Match match = row.match();
    return row.newFace() != null
        && match != null
        && match.face().box().intersectionOverUnion(box) > MigrationOptions.IOU;
  }

  /**
   * Says that it is the face which the new model sees in this box of the photo, wherever the old
   * one was. The photo is indexed again for it.
   *
   * @throws WrongStateException if the migration is not done, or is live
   */
  public Reviewed match(MigrationId id, FaceId provided, BoundingBox box) {
    Migration migration = reviewable(id);
    return ledger
        .row(id, provided)
        .map(row -> match(migration, row, box))
        .orElseGet(Reviewed.Unknown::new);
  }

  private Reviewed match(Migration migration, FaceRow row, BoundingBox box) {
    FaceId owner = owner(rowsOfThePhoto(migration, row), box);
    if (owner != null && !owner.equals(row.provided().id())) {
      return new Reviewed.Refused(ANOTHERS);
    }
    return matched(migration, row, indexedAgain(migration, row, box));
  }

  /**
   * Says which new face it is. The nearest is indexed again if it was deleted since.
   *
   * @throws WrongStateException if the migration is not done, or is live
   */
  public Reviewed match(MigrationId id, FaceId provided, FaceId newFace) {
    Migration migration = reviewable(id);
    return ledger
        .row(id, provided)
        .map(row -> match(migration, row, newFace))
        .orElseGet(Reviewed.Unknown::new);
  }

  private Reviewed match(Migration migration, FaceRow row, FaceId newFace) {
    return matched(migration, row, face(migration, row, newFace));
  }

  private Reviewed matched(Migration migration, FaceRow row, @Nullable IndexedFace face) {
    if (face == null) {
      return new Reviewed.Refused(NOT_FOUND);
    }
    if (isAnothers(migration, row, face.id())) {
      return new Reviewed.Refused(ANOTHERS);
    }
    double iou = row.provided().box().intersectionOverUnion(face.box());
    double second = row.match() == null ? 0 : row.match().second();
    return decide(
        migration, row, with(row, Outcome.MOVED, MATCHED, new FaceRow.Match(face, iou, second)));
  }

  /**
   * Says that it is not moved: its new face is deleted.
   *
   * @throws WrongStateException if the migration is not done, or is live
   */
  public Reviewed drop(MigrationId id, FaceId provided) {
    Migration migration = reviewable(id);
    return ledger
        .row(id, provided)
        .map(row -> decide(migration, row, with(row, Outcome.NOT_REINDEXED, DROPPED, row.match())))
        .orElseGet(Reviewed.Unknown::new);
  }

  /**
   * Takes back all that was decided of it.
   *
   * @throws WrongStateException if the migration is not done, or is live
   */
  public Reviewed undo(MigrationId id, FaceId provided) {
    Migration migration = reviewable(id);
    return ledger
        .row(id, provided)
        .map(row -> undo(migration, row))
        .orElseGet(Reviewed.Unknown::new);
  }

  private Reviewed undo(Migration migration, FaceRow now) {
    Optional<FaceRow> before = ledger.beforeReview(migration.id(), now.provided().id());
    if (before.isEmpty()) {
      return new Reviewed.Refused("Nothing was decided of this face");
    }
    FaceRow row = before.get();
    FaceRow.Match match = row.match();
    if (row.newFace() != null && match != null) {
      IndexedFace face = face(migration, row, match.face().id());
      if (face == null) {
        return new Reviewed.Refused(NOT_FOUND);
      }
      row =
          with(
              row,
              row.outcome(),
              row.reason(),
              new FaceRow.Match(face, match.iou(), match.second()));
    }
    unprove(migration);
    pair(migration, row);
    ledger.undoReview(migration.id(), row);
    forget(migration, now.newFace());
    return new Reviewed.Written(row);
  }

  private Reviewed decide(Migration migration, FaceRow before, FaceRow decided) {
    unprove(migration);
    pair(migration, decided);
    ledger.review(migration.id(), decided);
    forget(migration, before.newFace());
    return new Reviewed.Written(decided);
  }

  /** Before anything is written, so that no proof is left of what is not so any more. */
  private void unprove(Migration migration) {
    if (migration.proof() != null) {
      migrations.replace(migration.unproven());
    }
  }

  private void pair(Migration migration, FaceRow row) {
    FaceId moved = row.newFace();
    if (moved != null && migration.role() != null && migration.from() != null) {
      counterparts.pair(migration.from(), row.provided().id(), migration.to(), moved);
    }
  }

  private void forget(Migration migration, @Nullable FaceId face) {
    if (face != null && ledger.named(migration.id(), List.of(face)).isEmpty()) {
      counterparts.part(face);
      Optional<List<FaceId>> _ = collections.deleteFaces(migration.to(), List.of(face));
    }
  }

  private boolean isAnothers(Migration migration, FaceRow row, FaceId face) {
    return ledger.rowsOf(migration.id(), face).stream()
        .anyMatch(other -> !other.provided().id().equals(row.provided().id()));
  }

  private @Nullable IndexedFace face(Migration migration, FaceRow row, FaceId id) {
    Optional<IndexedFace> there =
        collections.faces(migration.to(), List.of(id)).stream()
            .flatMap(page -> page.faces().stream())
            .findFirst();
    FaceRow.Match match = row.match();
    return there.orElseGet(
        () ->
            match != null && match.face().id().equals(id)
                ? indexedAgain(migration, row, match.face().box())
                : null);
  }

  /** Its photo's faces that are nobody's go again. */
  private @Nullable IndexedFace indexedAgain(Migration migration, FaceRow row, BoundingBox wanted) {
    if (row.photo() == null) {
      return null;
    }
    MigrateRecord.Result result =
        migrate.migrate(record(row, wanted), migration.to(), migration.options().lenient());
    List<FaceId> others = result.newFaces().stream().map(IndexedFace::id).toList();
    Set<FaceId> named = ledger.named(migration.id(), others);
    others.stream().filter(face -> !named.contains(face)).forEach(face -> forget(migration, face));
    FaceRow found = result.rows().getFirst();
    FaceRow.Match match = found.match();
    return found.newFace() == null || match == null ? null : match.face();
  }

  private static ImageRecord record(FaceRow row, BoundingBox box) {
    ProvidedFace face = row.provided();
    return new ImageRecord(
        Objects.requireNonNull(row.photo()),
        row.externalImageId(),
        List.of(new ProvidedFace(face.id(), face.image(), face.user(), box)));
  }

  private static FaceRow with(
      FaceRow row, Outcome outcome, @Nullable String reason, FaceRow.@Nullable Match match) {
    return new FaceRow(row.provided(), row.photo(), row.externalImageId(), outcome, reason, match);
  }

  private Migration reviewable(MigrationId id) {
    Migration migration = migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
    MigrationAct.REVIEW.requirePossible(migration);
    return migration;
  }
}
