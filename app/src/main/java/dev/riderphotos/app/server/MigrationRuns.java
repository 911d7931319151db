package dev.riderphotos.app.server;

import dev.riderphotos.Conflict;
import dev.riderphotos.app.migration.MigrationCrews;
import dev.riderphotos.app.migration.RunsHere;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.RunMigration;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Runs the migrations that are to run, one after the other, for as long as a server runs. */
@Singleton
public final class MigrationRuns implements BackgroundWork {
  private static final Pace PACE = new Pace(Duration.ofMillis(500), Duration.ofSeconds(10));

  private final Migrations migrations;
  private final RunMigration run;
  private final MigrationCrews crews;
  private final RunsHere watched;
  private final Repeatedly running;
  private volatile boolean stopped;

  MigrationRuns(
      Migrations migrations,
      RunMigration run,
      MigrationCrews crews,
      RunsHere watched,
      Background background) {
    this.migrations = migrations;
    this.run = run;
    this.crews = crews;
    this.watched = watched;
    this.running = background.repeatedly("run migrations", PACE, this::runAll);
  }

  @Override
  public void start() {
    running.start(Duration.ZERO);
  }

  @Override
  public void stop() {
    stopped = true;
    running.stop();
  }

  @Override
  public boolean awaitEnd(Duration patience) throws InterruptedException {
    return running.awaitEnd(patience);
  }

  @PreDestroy
  void close() {
    stop();
    running.close();
  }

  private void runAll() {
    migrations.all().stream()
        .filter(migration -> migration.state() == MigrationState.RUNNING)
        .forEach(this::run);
  }

  private void run(Migration migration) {
    try {
      Migration _ =
          run.run(
              migration.id(), crews.of(migration, watched.begin(migration.id()), () -> stopped));
    } catch (StoppedException ending) {
      // It goes on at the next start.
    } catch (RunElsewhereException elsewhere) {
      // It goes on here if the other process ends.
    } catch (Conflict somebodyElse) {
      // Its state was changed at this moment; the next turn sees to it.
    } finally {
      watched.end(migration.id());
    }
  }
}
