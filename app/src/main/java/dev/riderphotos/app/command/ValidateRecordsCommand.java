package dev.riderphotos.app.command;

import dev.riderphotos.Retries;
import dev.riderphotos.app.command.RecordsValidation.Totals;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.documents.RecordsFile;
import dev.riderphotos.documents.SeenFaces;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.migration.CheckRecord;
import dev.riderphotos.photo.PhotoStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate validate}: which records of a file can be moved. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    description = {
      "Say which records of a file cannot be moved, and why. Photos are looked for",
      "and not read; nothing is changed."
    },
    footer = {
      "A line {\"record\":…,\"reason\":…} for each that cannot, the totals on standard",
      "error. It may run beside a server. Exits with 2 if a record cannot be moved,",
      "with 64 if the file is no JSON array of records, or breaks off."
    })
public final class ValidateRecordsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(
      names = "--to",
      paramLabel = "NEW",
      description =
          "The collection that all records must name (default: that of the first good one).")
  private @Nullable String to;

  @Option(names = "--json", description = "Print the totals as JSON, on the last line.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "A JSON array of records, of any size.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    CollectionId collection = collection(to);
    RecordsPath records = new RecordsPath(file);
    long count = records.count();
    try (StopSignal stop = new StopSignal();
        Application application = Application.beside(data.path(), Application.QUIET);
        Progress progress =
            new Progress(spec.commandLine(), (int) Math.min(count, Integer.MAX_VALUE))) {
      RecordsValidation validation =
          new RecordsValidation(
              new CheckRecord(application.get(PhotoStore.class)),
              application.get(Retries.class),
              stop::asked,
              progress);
      Totals totals = records.use(in -> validated(validation, in, collection));
      if (totals.all() < count) {
        progress.note("Stopped after %,d of %,d.".formatted(totals.all(), count));
      }
      tell(totals);
      return totals.rejected() == 0 ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private static Totals validated(
      RecordsValidation validation, InputStream in, @Nullable CollectionId collection)
      throws IOException {
    try (SeenFaces seen = new SeenFaces()) {
      return validation.run(new RecordsFile(in, collection, seen));
    }
  }

  private static @Nullable CollectionId collection(@Nullable String typed) {
    return typed == null ? null : Arguments.valid(() -> new CollectionId(typed));
  }

  private void tell(Totals totals) {
    if (json) {
      spec.commandLine().getOut().println(totals.json());
    } else {
      spec.commandLine().getErr().println(totals.text());
    }
  }
}
