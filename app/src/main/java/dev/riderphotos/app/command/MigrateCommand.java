package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.embedded.sqlite.SqliteMigrationOrders.Kind;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.ControlMigration;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.RunElsewhereException;
import dev.riderphotos.migration.WrongStateException;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate}: moves a collection to a new face model. */
@Command(
    name = "migrate",
    mixinStandardHelpOptions = true,
    description = {
      "Move a collection of faces to a new face model: prepare, run, verify, cut-over, finish.",
      "All goes on working meanwhile. docs/migration.md tells the whole way."
    },
    subcommands = {
      PrepareMigrationCommand.class,
      ValidateRecordsCommand.class,
      RunMigrationCommand.class,
      VerifyMigrationCommand.class,
      CutOverCommand.class,
      MigrateUsersCommand.class,
      ReportMigrationCommand.class
    },
    footer = {
      "",
      "Exits with 0 if all is done as it was to be, with 2 if not all faces are moved, or nothing is",
      "proven, or what was asked for was refused."
    })
public final class MigrateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the migrations, the last one first.")
  int list(
      @Mixin DataOption data,
      @Option(names = "--json", description = "Print them as JSON, on one line.") boolean json)
      throws IOException {
    try (Application application = open(data)) {
      List<MigrationText> all =
          application.get(Migrations.class).all().stream()
              .map(migration -> MigrationText.of(migration, counts(application, migration)))
              .toList();
      if (json) {
        print(application, Map.of("migrations", all.stream().map(MigrationText::json).toList()));
      } else {
        all.forEach(migration -> out().println(migration.line()));
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show how a migration stands, and what to do next.")
  int show(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id,
      @Option(names = "--json", description = "Print it as JSON, on one line.") boolean json)
      throws IOException {
    try (Application application = open(data)) {
      tell(application, find(application, id), json);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Have a migration wait after the photos that it is at.")
  int pause(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id)
      throws IOException {
    try (Application application = open(data)) {
      Migration migration = find(application, id);
      commanded(application, migration.id(), "pause");
      tell(application, allowed(() -> control(application).pause(migration.id())), false);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Have the server go on with a migration, or begin it. Without one, see run.")
  int resume(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id)
      throws IOException {
    try (Application application = open(data)) {
      Migration migration = find(application, id);
      commanded(application, migration.id(), "resume");
      tell(application, allowed(() -> control(application).resume(migration.id())), false);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = {
        "Give a migration up before it is live. The new collection is deleted, and all that was",
        "noted; the old one stays as it is."
      })
  int cancel(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id)
      throws IOException {
    return new MigrationOrder(spec, data).give(id, Kind.CANCEL);
  }

  @Command(
      name = "finish",
      mixinStandardHelpOptions = true,
      description = "Delete the old collection for good, so that there is no way back.")
  int finish(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id,
      @Option(names = "--yes", required = true, description = "Say that it is meant.") boolean yes,
      @Option(
              names = "--drop-unmoved",
              description = "Let faces go that are only in the old collection.")
          boolean dropUnmoved)
      throws IOException {
    return new MigrationOrder(spec, data).finish(id, dropUnmoved);
  }

  @Command(
      name = "dead",
      mixinStandardHelpOptions = true,
      description = "List the faces whose photo could not be indexed, or is not there, and why.",
      footer = "Exits with 2 if there are any.")
  int dead(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id,
      @Option(names = "--json", description = "Print a line of JSON for each.") boolean json)
      throws IOException {
    try (Application application = open(data)) {
      Migration migration = find(application, id);
      long dead =
          dead(application, migration, Outcome.FAILED, json)
              + dead(application, migration, Outcome.REJECTED, json);
      return dead == 0 ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = {
        "Open the photos again that failed or were not there; run then tries them anew.",
      })
  int redrive(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The migration.") String id,
      @Option(
              names = "--quality-filter",
              paramLabel = "FILTER",
              description = "What faces have to pass from now on: NONE, AUTO, LOW, MEDIUM, HIGH.")
          QualityFilter filter)
      throws IOException {
    try (Application application = open(data)) {
      Migration migration = find(application, id);
      MigrationOptions options =
          filter == null ? migration.options() : migration.options().withFilter(filter);
      commanded(application, migration.id(), "redrive");
      int photos = allowed(() -> control(application).redrive(migration.id(), options));
      out().println("OPEN  %,d photos. Go on with migrate run %s".formatted(photos, id));
      return ExitCode.DONE;
    }
  }

  private long dead(Application application, Migration migration, Outcome outcome, boolean json)
      throws IOException {
    long dead = 0;
    for (FaceRow row :
        new LedgerRows(application.get(MigrationLedger.class), migration.id(), outcome)) {
      out()
          .println(
              json
                  ? application.get(ObjectMapper.class).writeValueAsString(MigrationText.json(row))
                  : MigrationText.line(row));
      dead++;
    }
    return dead;
  }

  /** Opens the records alone, also beside a server. */
  static Application open(DataOption data) {
    return Application.beside(data.path(), Application.QUIET);
  }

  static Migration find(Application application, String id) {
    MigrationId migration = Arguments.valid(() -> new MigrationId(id));
    return application
        .get(Migrations.class)
        .find(migration)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE, "There is no migration " + id + ". See migrate list."));
  }

  /** Tells the audit what a migration is about to be told. */
  static void commanded(Application application, MigrationId migration, String command) {
    application.tell(Deed.of(Act.MIGRATION_COMMANDED, migration.value()).saying(command));
  }

  private static ControlMigration control(Application application) {
    return application.get(ControlMigration.class);
  }

  /** What the state of a migration does not allow is refused in a sentence. */
  static <T> T allowed(Supplier<T> work) {
    try {
      return work.get();
    } catch (WrongStateException | RunElsewhereException refused) {
      throw new CommandException(ExitCode.REJECTED, refused.getMessage() + ".");
    }
  }

  private static Counts counts(Application application, Migration migration) {
    return application.get(MigrationLedger.class).counts(migration.id());
  }

  private void tell(Application application, Migration migration, boolean json) throws IOException {
    tell(spec, application, MigrationText.of(migration, counts(application, migration)), json);
  }

  static void tell(CommandSpec spec, Application application, MigrationText text, boolean json)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(application.get(ObjectMapper.class).writeValueAsString(text.json()));
    } else {
      text.lines().forEach(out::println);
    }
  }

  private void print(Application application, Object json) throws IOException {
    out().println(application.get(ObjectMapper.class).writeValueAsString(json));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
