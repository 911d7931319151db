package dev.riderphotos.migration;

import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceId;
import java.util.List;
import java.util.Optional;

/**
 * Forgets a face that is no more in the old collection: its row, and its face in the new one. A
 * face that is being indexed at this moment is deleted by whoever indexes it, whose row is not
 * written any more.
 */
public final class WithdrawFace {
  private final FaceCollections collections;
  private final MigrationLedger ledger;

  public WithdrawFace(FaceCollections collections, MigrationLedger ledger) {
    this.collections = collections;
    this.ledger = ledger;
  }

  /** Harmless if the migration does not know the face. */
  public void withdraw(Migration migration, FaceId provided) {
    Optional<FaceId> moved = ledger.row(migration.id(), provided).map(FaceRow::newFace);
    // The face first: what is cut short here is found by its row again.
    moved
        .filter(face -> isAlone(migration, provided, face))
        .ifPresent(face -> delete(migration, face));
    boolean _ = ledger.withdraw(migration.id(), provided);
  }

  /** The same for a face that is to go from the old collection as well. */
  void withdrawFromBoth(Migration migration, FaceId provided) {
    if (migration.from() != null) {
      Optional<List<FaceId>> _ = collections.deleteFaces(migration.from(), List.of(provided));
    }
    withdraw(migration, provided);
  }

  private boolean isAlone(Migration migration, FaceId provided, FaceId moved) {
    return ledger.rowsOf(migration.id(), moved).stream()
        .allMatch(row -> row.provided().id().equals(provided));
  }

  private void delete(Migration migration, FaceId face) {
    Optional<List<FaceId>> _ = collections.deleteFaces(migration.to(), List.of(face));
  }
}
