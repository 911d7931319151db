package dev.riderphotos.migration;

import dev.riderphotos.Conflict;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.migration.FollowChanges.Changes;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a migration until no record of it is open: indexes each photo, then follows what happened in
 * the old collection meanwhile, and at last deletes from the new one what nobody provided. It stops
 * when its state is changed by somebody else, or when it is told to; what was finished stays so,
 * and running it again goes on with the rest.
 *
 * <p>Of several processes one runs it, which is made sure of before every photo: a process that
 * comes to itself after another took over deletes nothing that the other indexed.
 */
public final class RunMigration {
  private static final int PAGE = 100;
  private static final Set<MigrationState> BEFORE =
      Set.of(
          MigrationState.READY,
          MigrationState.RUNNING,
          MigrationState.PAUSED,
          MigrationState.DONE,
          MigrationState.PROVEN);

  private final Migrations migrations;
  private final MigrationLedger ledger;
  private final FaceCollections collections;
  private final FaceCounterparts counterparts;
  private final FollowChanges changes;
  private final SweepNewFaces sweep;

  public RunMigration(
      Migrations migrations,
      MigrationLedger ledger,
      FaceCollections collections,
      FaceCounterparts counterparts,
      FollowChanges changes,
      SweepNewFaces sweep) {
    this.migrations = migrations;
    this.ledger = ledger;
    this.collections = collections;
    this.counterparts = counterparts;
    this.changes = changes;
    this.sweep = sweep;
  }

  /**
   * What a run needs besides.
   *
   * @param origins of faces that are registered meanwhile; {@code null} for those of a records file
   * @param stop whether this process is to end
   */
  public record Crew(
      MigrateRecord migrate,
      Pace pace,
      @Nullable FaceOrigins origins,
      MigrationWatcher watcher,
      BooleanSupplier stop) {}

  /**
   * Runs it in this thread and as many more as it has workers.
   *
   * @return how it stands afterwards: done, or as somebody else wanted it, or running if another
   *     process took over
   * @throws RunElsewhereException if another process runs it
   * @throws WrongStateException if it is live or over
   * @throws StoppedException if this process is to end
   */
  public Migration run(MigrationId id, Crew crew) {
    WrongStateException.unlessIn(find(id), BEFORE);
    return Claimed.by(migrations, id, () -> runClaimed(id, crew));
  }

  private Migration runClaimed(MigrationId id, Crew crew) {
    Migration migration = begin(id);
    do {
      moveAll(migration, crew, () -> goesOn(id, crew));
    } while (goesOn(id, crew) && !follow(migration, crew).none());
    long _ = sweep.sweep(migration, () -> goesOn(id, crew));
    return goesOn(id, crew) ? end(migration) : stopped(id, crew);
  }

  private Migration begin(MigrationId id) {
    Migration migration = find(id);
    WrongStateException.unlessIn(migration, BEFORE);
    if (migration.state() == MigrationState.RUNNING) {
      return migration;
    }
    Migration running = migration.in(MigrationState.RUNNING);
    migrations.replace(running);
    return running;
  }

  private Migration end(Migration running) {
    try {
      Migration done = running.in(MigrationState.DONE);
      migrations.replace(done);
      return done;
    } catch (Conflict somebodyElse) {
      return migrations.find(running.id()).orElseThrow();
    }
  }

  private Migration stopped(MigrationId id, Crew crew) {
    if (crew.stop().getAsBoolean()) {
      throw new StoppedException();
    }
    return find(id);
  }

  private Migration find(MigrationId id) {
    return migrations.find(id).orElseThrow(() -> new NoSuchMigrationException(id));
  }

  private boolean goesOn(MigrationId id, Crew crew) {
    return !crew.stop().getAsBoolean()
        && migrations.claim(id)
        && migrations.find(id).filter(now -> now.state() == MigrationState.RUNNING).isPresent();
  }

  private Changes follow(Migration migration, Crew crew) {
    return crew.origins() == null
        ? new Changes(0, 0, 0)
        : changes.follow(migration, crew.origins());
  }

  /**
   * Brings every open record to its end, as many at a time as there are workers.
   *
   * @param standing whether the migration goes on
   */
  void moveAll(Migration migration, Crew crew, BooleanSupplier standing) {
    AtomicReference<@Nullable Throwable> end = new AtomicReference<>();
    BooleanSupplier goesOn = () -> end.get() == null && standing.getAsBoolean();
    RecordWork work =
        new RecordWork(
            migration,
            collections,
            counterparts,
            ledger,
            crew.migrate(),
            crew.pace(),
            crew.watcher(),
            goesOn);
    int workers = migration.options().workers();
    Semaphore free = new Semaphore(workers);
    try (ExecutorService threads = threads(workers)) {
      long after = 0;
      List<OpenRecord> page;
      do {
        page = ledger.open(migration.id(), after, PAGE);
        for (OpenRecord record : page) {
          free.acquireUninterruptibly();
          var _ = threads.submit(() -> bring(work, record, free, end));
          after = record.number();
        }
      } while (!page.isEmpty() && goesOn.getAsBoolean());
    }
    switch (end.get()) {
      case RuntimeException fault -> throw fault;
      case Error error -> throw error;
      case null, default -> {}
    }
  }

  private static void bring(
      RecordWork work,
      OpenRecord record,
      Semaphore free,
      AtomicReference<@Nullable Throwable> end) {
    try {
      work.bring(record);
    } catch (RuntimeException | Error fault) {
      end.compareAndSet(null, fault);
    } finally {
      free.release();
    }
  }

  private static ExecutorService threads(int workers) {
    return Executors.newFixedThreadPool(
        workers, Thread.ofPlatform().name("migration-", 1).daemon().factory());
  }
}
