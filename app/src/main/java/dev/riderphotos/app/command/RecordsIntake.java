package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.documents.BrokenRecordsException;
import dev.riderphotos.documents.RecordLine;
import dev.riderphotos.documents.RecordsFile;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Takes the records of a file into the ledger of a new migration. */
final class RecordsIntake {
  private static final int AT_ONCE = 200;

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
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      long _ = RecordsFile.count(in);
    } catch (BrokenRecordsException broken) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(broken.getMessage()));
    }
  }

  private void read(Path file, CollectionId collection, MigrationId id) throws IOException {
    MigrationLedger ledger = application.get(MigrationLedger.class);
    List<ImageRecord> records = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      RecordsFile lines = new RecordsFile(in, collection, null);
      Optional<RecordLine> line = lines.next();
      while (line.isPresent()) {
        switch (line.get()) {
          case RecordLine.Good good -> records.add(good.record());
          case RecordLine.Rejected(String record, String reason) -> reject(record, reason);
          case RecordLine.Repeated _ -> {}
        }
        if (records.size() == AT_ONCE) {
          Set<FaceId> _ = ledger.add(id, records);
          records.clear();
        }
        line = lines.next();
      }
    }
    Set<FaceId> _ = ledger.add(id, records);
  }

  private void reject(String record, String reason) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(
        "{\"record\":%s,\"reason\":\"%s\"}".formatted(record, reason.replace("\"", "\\\"")));
  }
}
