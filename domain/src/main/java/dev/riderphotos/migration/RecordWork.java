package dev.riderphotos.migration;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.ThrottledException;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.Description;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.migration.MigrateRecord.Result;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Brings a record to its end, however often that fails for a passing reason: throttling is no
 * failure of the record, nor is a backend that is away; after five failures its faces are failed.
 */
final class RecordWork {
  private static final int ATTEMPTS = 5;

  private final Migration migration;
  private final FaceCollections collections;
  private final FaceCounterparts counterparts;
  private final MigrationLedger ledger;
  private final MigrateRecord migrate;
  private final Pace pace;
  private final MigrationWatcher watcher;
  private final BooleanSupplier goesOn;

  RecordWork(
      Migration migration,
      FaceCollections collections,
      FaceCounterparts counterparts,
      MigrationLedger ledger,
      MigrateRecord migrate,
      Pace pace,
      MigrationWatcher watcher,
      BooleanSupplier goesOn) {
    this.migration = migration;
    this.collections = collections;
    this.counterparts = counterparts;
    this.ledger = ledger;
    this.migrate = migrate;
    this.pace = pace;
    this.watcher = watcher;
    this.goesOn = goesOn;
  }

  /** Returns when the record is finished, or when no more is to be done. */
  void bring(OpenRecord open) {
    int failures = open.failures();
    for (int passing = 1; goesOn.getAsBoolean(); passing++) {
      try {
        finish(open, migrate.migrate(open.record(), migration.to(), migration.options()));
        return;
      } catch (StoppedException | StorageException | NoSuchCollectionException end) {
        throw end; // it is the same for every record
      } catch (RuntimeException fault) {
        watcher.waiting(BackendException.describe(fault));
        if (!passes(fault)) {
          failures++;
          if (fail(open, failures, BackendException.describe(fault))) {
            return;
          }
        }
        pace.rest(passing);
      }
    }
  }

  /** Which face is which is noted first: what is cut short here is done again. */
  private void finish(OpenRecord open, Result result) {
    pair(result.rows());
    List<IndexedFace> kept =
        migration.options().keepNewFaces() ? result.newFaces() : List.<IndexedFace>of();
    List<FaceRow> lost = ledger.finish(migration.id(), open.number(), result.rows(), kept);
    lost.forEach(row -> counterparts.forget(row.provided().id()));
    delete(lost.stream().map(FaceRow::newFace).filter(Objects::nonNull).toList());
    watcher.ended(open.record().faces().size());
  }

  private void pair(List<FaceRow> rows) {
    Map<FaceId, FaceId> moved = new HashMap<>();
    for (FaceRow row : rows) {
      if (row.newFace() != null) {
        moved.put(row.provided().id(), row.newFace());
      }
    }
    if (!moved.isEmpty() && migration.role() != null && migration.from() != null) {
      counterparts.pair(migration.from(), migration.to(), moved);
    }
  }

  /** Faces that were withdrawn while they were indexed are gone from the new collection as well. */
  private void delete(List<FaceId> withdrawn) {
    List<FaceId> nobodys =
        withdrawn.stream().filter(face -> ledger.rowsOf(migration.id(), face).isEmpty()).toList();
    if (!nobodys.isEmpty()) {
      Optional<List<FaceId>> _ = collections.deleteFaces(migration.to(), nobodys);
    }
  }

  /** Whether it is no failure of this record: the service is busy, or is not there for any. */
  private boolean passes(RuntimeException fault) {
    return switch (fault) {
      case ThrottledException _ -> true;
      case BackendException backend -> backend.retryable() && isAway();
      default -> false;
    };
  }

  private boolean isAway() {
    try {
      Optional<Description> _ = collections.describe(migration.to());
      return false;
    } catch (BackendException away) {
      return away.retryable();
    }
  }

  /** Says whether it is given up. */
  private boolean fail(OpenRecord open, int failures, String reason) {
    if (failures < ATTEMPTS) {
      ledger.failed(migration.id(), open.number(), reason);
      return false;
    }
    Result failed = MigrateRecord.all(open.record(), Outcome.FAILED, reason);
    finish(open, failed);
    return true;
  }
}
