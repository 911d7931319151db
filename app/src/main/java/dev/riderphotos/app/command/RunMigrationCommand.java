package dev.riderphotos.app.command;

import dev.riderphotos.app.migration.MigrationCrews;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.RunMigration;
import dev.riderphotos.migration.TryMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate run}: moves the faces. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Move the faces of a migration that was prepared, or of a records file. Beside a server it is",
      "the server that moves them, and this only watches. Ctrl-C loses nothing: run it again."
    },
    footer = "Exits with 0 only if all faces are moved, with 2 if not.")
public final class RunMigrationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private MigrationOptionsMixin options;

  @Parameters(paramLabel = "ID|FILE", description = "The migration, or a records file.")
  private String what;

  @Option(
      names = "--to",
      paramLabel = "NEW",
      description = "The collection that the faces of a records file go to.")
  private @Nullable String to;

  @Option(
      names = "--dry-run",
      description = "Say what would become of the faces, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--sample",
      paramLabel = "N",
      defaultValue = "" + Integer.MAX_VALUE,
      description = "With --dry-run: look at so many photos (default: all).")
  private int sample;

  @Option(names = "--json", description = "Print how it stands at the end as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (Application beside = MigrateCommand.open(data)) {
      MigrationId id =
          Files.isRegularFile(Path.of(what))
              ? new RecordsIntake(spec, beside).take(Path.of(what), to, options)
              : MigrateCommand.find(beside, what).id();
      if (dryRun) {
        return attempt(beside, id);
      }
      MigrateCommand.commanded(beside, id, "run");
      retune(beside, id);
      what = id.value();
      if (!MigrationOrder.isAlone(beside) && watch(beside, id)) {
        return end(beside, id);
      }
    }
    return runHere();
  }

  private void retune(Application beside, MigrationId id) {
    Migration migration = MigrateCommand.find(beside, id.value());
    MigrationOptions wanted = Arguments.valid(() -> options.over(migration.options()));
    Migration _ =
        MigrateCommand.allowed(() -> beside.get(ControlMigration.class).retune(id, wanted));
  }

  private int attempt(Application beside, MigrationId id) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    try (StopSignal stop = new StopSignal()) {
      beside
          .get(TryMigration.class)
          .attempt(
              id,
              sample,
              row -> {
                counts.merge(row.outcome(), 1L, Long::sum);
                if (row.outcome() != Outcome.MOVED) {
                  spec.commandLine().getErr().println(MigrationText.line(row));
                }
              },
              stop::asked);
    }
    counts.forEach(
        (outcome, faces) ->
            spec.commandLine()
                .getOut()
                .println("%,d would be %s".formatted(faces, MigrationText.words(outcome))));
    boolean all = counts.keySet().stream().allMatch(Outcome.MOVED::equals);
    return all ? ExitCode.DONE : ExitCode.REJECTED;
  }

  /**
   * The server runs whatever is to run. False if there is none any more, or it was another command
   * that used the folder.
   */
  private boolean watch(Application beside, MigrationId id) throws IOException {
    try (StopSignal stop = new StopSignal();
        MigrationProgress progress = progress(beside, id)) {
      Migration migration = MigrateCommand.find(beside, id.value());
      if (migration.state() != MigrationState.RUNNING) {
        migration = MigrateCommand.allowed(() -> beside.get(ControlMigration.class).resume(id));
      }
      while (migration.state() == MigrationState.RUNNING && !stop.asked()) {
        if (MigrationOrder.isFree(data)) {
          return false;
        }
        MigrationOrder.pause();
        progress.look();
        migration = MigrateCommand.find(beside, id.value());
      }
    }
    return true;
  }

  private int runHere() throws IOException {
    try (StopSignal stop = new StopSignal();
        Application application = Application.open(data.path(), Application.QUIET)) {
      Migration migration = MigrateCommand.find(application, what);
      try (MigrationProgress progress = progress(application, migration.id())) {
        Migration _ =
            MigrateCommand.allowed(
                () ->
                    application
                        .get(RunMigration.class)
                        .run(
                            migration.id(),
                            application
                                .get(MigrationCrews.class)
                                .of(migration, progress, stop::asked)));
      } catch (StoppedException stopped) {
        spec.commandLine().getErr().println("Stopped. Go on with migrate run " + what);
      }
      return end(application, migration.id());
    }
  }

  private MigrationProgress progress(Application application, MigrationId id) {
    return new MigrationProgress(
        spec.commandLine(), () -> application.get(MigrationLedger.class).counts(id));
  }

  private int end(Application application, MigrationId id) throws IOException {
    Migration migration = application.get(Migrations.class).find(id).orElseThrow();
    Counts counts = application.get(MigrationLedger.class).counts(id);
    MigrateCommand.tell(spec, application, MigrationText.of(migration, counts), json);
    boolean done = migration.state() != MigrationState.RUNNING && counts.allMoved();
    return done ? ExitCode.DONE : ExitCode.REJECTED;
  }
}
