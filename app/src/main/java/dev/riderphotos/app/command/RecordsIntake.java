package dev.riderphotos.app.command;

import dev.riderphotos.app.migration.MigrationIntake;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the records of a file into the ledger of a new migration. */
final class RecordsIntake {
  private final CommandSpec spec;
  private final Application application;

  RecordsIntake(CommandSpec spec, Application application) {
    this.spec = spec;
    this.application = application;
  }

  /** Refuses a file that breaks off before anything is begun. */
  MigrationId take(Path file, @Nullable String to, MigrationOptionsMixin options)
      throws IOException {
    if (to == null) {
      throw new CommandException(
          ExitCode.USAGE, "Say with --to which collection the faces of " + file + " go to.");
    }
    CollectionId collection = Arguments.valid(() -> new CollectionId(to));
    refuseBroken(file);
    Prepared prepared =
        Arguments.valid(
            () -> application.get(PrepareMigration.class).prepare(collection, options.options()));
    return switch (prepared) {
      case Prepared.Refused(String sentence) ->
          throw new CommandException(ExitCode.REJECTED, sentence + ".");
      case Prepared.Ready(var migration, _) -> {
        read(file, collection, migration.id());
        yield migration.id();
      }
    };
  }

  private static void refuseBroken(Path file) throws IOException {
    try {
      MigrationIntake.requireWhole(() -> Files.newInputStream(file));
    } catch (BrokenRecordsException broken) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(broken.getMessage()));
    }
  }

  private void read(Path file, CollectionId collection, MigrationId id) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    application
        .get(MigrationIntake.class)
        .take(
            () -> Files.newInputStream(file),
            id,
            collection,
            rejected -> err.println(rejected.line()));
  }
}
