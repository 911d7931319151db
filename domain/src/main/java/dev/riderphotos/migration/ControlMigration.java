package dev.riderphotos.migration;

import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.LiveCollections;
import java.util.Optional;

/** What an operator may order of a migration while it is no one's turn to move a face. */
public final class ControlMigration {
  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final LiveCollections live;

  public ControlMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      LiveCollections live) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.live = live;
  }

  /** Has the run stop after the photos that it is at. */
  public Migration pause(MigrationId id) {
    return change(id, MigrationAct.PAUSE, MigrationState.PAUSED);
  }

  /** Has it run, again or for the first time, by whoever runs migrations. */
  public Migration resume(MigrationId id) {
    return change(id, MigrationAct.RESUME, MigrationState.RUNNING);
  }

  /**
   * Gives it up: the new collection is deleted, and all that was noted of faces. The old one is as
   * it was. What a records file moved stays.
   */
  public Migration cancel(MigrationId id) {
    Migration cancelled = change(id, MigrationAct.CANCEL, MigrationState.CANCELLED);
    if (cancelled.from() != null) {
      Optional<CollectionId> _ = collections.delete(cancelled.to());
      if (cancelled.role() != null) {
        live.unpair(cancelled.role(), cancelled.to());
      }
    }
    ledger.delete(id);
    return cancelled;
  }

  /** Has the next run go by other options, as long as there may be one. */
  public Migration retune(MigrationId id, MigrationOptions options) {
    Migration migration = find(id);
    if (migration.options().equals(options)) {
      return migration;
    }
    MigrationAct.REDRIVE.requirePossible(migration);
    Migration next = migration.with(options);
    migrations.replace(next);
    return next;
  }

  /** Opens again what failed; the migration then is to be run again. Says how many photos. */
  public int redrive(MigrationId id, MigrationOptions options) {
    MigrationAct.REDRIVE.requirePossible(find(id));
    Migration _ = retune(id, options);
    return ledger.reopen(id, Outcome.FAILED) + ledger.reopen(id, Outcome.REJECTED);
  }

  /**
   * Deletes the old collection, so that there is no way back.
   *
   * @param dropUnmoved whether faces that are only there may be lost
   * @return why it was not done; empty if it was
   * @throws RunElsewhereException if another process is switching back
   */
  public Optional<String> finish(MigrationId id, boolean dropUnmoved) {
    MigrationAct.FINISH.requirePossible(find(id));
    return Claimed.by(migrations, id, () -> finished(id, dropUnmoved));
  }

  private Optional<String> finished(MigrationId id, boolean dropUnmoved) {
    Migration migration = find(id);
    MigrationAct.FINISH.requirePossible(migration);
    Counts counts = ledger.counts(id);
    long unmoved = counts.ended() - counts.of(Outcome.MOVED) - counts.of(Outcome.WITHDRAWN);
    if (unmoved > 0 && !dropUnmoved) {
      return Optional.of(
          "%,d faces are only in %s and would be lost. See the report, and drop them only if they may go"
              .formatted(unmoved, migration.from()));
    }
    if (migration.state() == MigrationState.LIVE) {
      migrations.replace(migration.in(MigrationState.FINISHED));
    }
    Optional<CollectionId> _ = Optional.ofNullable(migration.from()).flatMap(collections::delete);
    if (migration.role() != null && migration.from() != null) {
      live.unpair(migration.role(), migration.from());
    }
    ledger.delete(migration.back().id());
    return Optional.empty();
  }

  private Migration change(MigrationId id, MigrationAct act, MigrationState to) {
    Migration migration = find(id);
    act.requirePossible(migration);
    if (migration.state() == to) {
      return migration;
    }
    Migration next = migration.in(to);
    migrations.replace(next);
    return next;
  }

  private Migration find(MigrationId id) {
    return migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
  }
}
