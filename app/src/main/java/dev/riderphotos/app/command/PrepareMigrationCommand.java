package dev.riderphotos.app.command;

import dev.riderphotos.app.migration.MappingFile;
import dev.riderphotos.app.migration.MigrationIntake;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.documents.RecordsWriter;
import dev.riderphotos.embedded.sqlite.TemporaryOrigins;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Order;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import io.micronaut.serde.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code migrate prepare}: notes every face of a collection, and makes the new one. */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description = {
      "Make the new collection, and join every face of the old one with its photo: by our own",
      "records for riders and the gallery, else by a file or a bucket. Nothing is moved yet."
    },
    footer = {
      "What has no photo is listed on standard error. Exits with 2 if it is refused, or if there is",
      "nothing to move."
    })
public final class PrepareMigrationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;
  @Mixin private MigrationOptionsMixin options;

  @Option(names = "--from", paramLabel = "OLD", required = true, description = "The collection.")
  private String from;

  @Option(names = "--to", paramLabel = "NEW", required = true, description = "The new collection.")
  private String to;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = "Its face model, as models list has it (default: the newest without a pack).")
  private @Nullable String model;

  @Option(names = "--same-model", description = "Let it be of the old collection's model.")
  private boolean sameModel;

  @Option(
      names = "--mapping",
      paramLabel = "CSV",
      description = "Where the photos are: a file with FaceId,UserId,Bucket,Key.")
  private @Nullable Path mapping;

  @Option(
      names = "--photos-in",
      paramLabel = "BUCKET",
      description = "Where the photos are: in this bucket, their keys the external image ids.")
  private @Nullable String photosIn;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the records to a file as well, for another account or region.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the migration as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (Application application = MigrateCommand.open(data)) {
      MigrationIntake intake = application.get(MigrationIntake.class);
      Order order = Arguments.valid(() -> order(intake.model(model, sameModel)));
      Order _ = Arguments.valid(() -> requireModel(intake, order));
      application.tell(Deed.of(Act.MIGRATION_COMMANDED).saying("prepare"));
      return switch (prepared(application, order)) {
        case Prepared.Ready(Migration migration, Counts counts) ->
            ready(application, migration, counts);
        case Prepared.Refused(String sentence) -> {
          spec.commandLine().getErr().println(sentence + ".");
          yield ExitCode.REJECTED;
        }
      };
    }
  }

  private Order order(@Nullable String chosen) {
    return new Order(
        new CollectionId(from),
        new CollectionId(to),
        chosen,
        photosIn,
        sameModel,
        options.options());
  }

  private static Order requireModel(MigrationIntake intake, Order order) {
    intake.requireModel(order.model());
    return order;
  }

  private Prepared prepared(Application application, Order order) throws IOException {
    if (mapping == null) {
      return prepared(
          application,
          order,
          Arguments.valid(
              () -> application.get(MigrationIntake.class).origins(order.from(), photosIn)));
    }
    try (TemporaryOrigins mapped = mapped(mapping)) {
      return prepared(application, order, mapped);
    }
  }

  private static Prepared prepared(Application application, Order order, FaceOrigins origins) {
    return Arguments.valid(() -> application.get(PrepareMigration.class).prepare(order, origins));
  }

  private static TemporaryOrigins mapped(Path file) throws IOException {
    try {
      return MappingFile.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(ExitCode.USAGE, wrong.getMessage() + ".");
    } catch (NoSuchFileException missing) {
      throw new CommandException(ExitCode.USAGE, "There is no file " + file + ".");
    }
  }

  private int ready(Application application, Migration migration, Counts counts)
      throws IOException {
    if (out != null) {
      write(application.get(MigrationLedger.class), migration, out);
    }
    MigrationText text = MigrationText.of(migration, counts);
    if (json) {
      spec.commandLine()
          .getOut()
          .println(application.get(ObjectMapper.class).writeValueAsString(text.json()));
    } else {
      text.lines().forEach(spec.commandLine().getOut()::println);
      estimate(migration, counts);
    }
    new LedgerRows(application.get(MigrationLedger.class), migration.id(), Outcome.REJECTED)
        .forEach(row -> spec.commandLine().getErr().println(MigrationText.line(row)));
    return ExitCode.DONE;
  }

  private void estimate(Migration migration, Counts counts) {
    long seconds = Math.ceilDiv(counts.records(), migration.options().tps());
    spec.commandLine()
        .getOut()
        .println(
            "  it will take %,d calls of IndexFaces, %,d seconds at least, at %d a second"
                .formatted(counts.records(), seconds, migration.options().tps()));
  }

  private static void write(MigrationLedger ledger, Migration migration, Path file)
      throws IOException {
    try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
        RecordsWriter writer = new RecordsWriter(stream, migration.to())) {
      long after = 0;
      List<MigrationLedger.OpenRecord> page;
      do {
        page = ledger.open(migration.id(), after, 100);
        for (MigrationLedger.OpenRecord record : page) {
          writer.write(record.record());
          after = record.number();
        }
      } while (!page.isEmpty());
      writer.finish();
    }
  }
}
