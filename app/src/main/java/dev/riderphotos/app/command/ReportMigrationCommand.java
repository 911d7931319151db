package dev.riderphotos.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.app.migration.MigrationCsv;
import dev.riderphotos.app.migration.MigrationHtml;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationLedger;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code migrate report}: what became of every single face. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Write down what became of every single face.")
public final class ReportMigrationCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Parameters(paramLabel = "ID", description = "The migration.")
  private String id;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "A line for each face, for a spreadsheet (default: standard output).")
  private @Nullable Path csv;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "One page with counts, and the doubtful faces on their photos, for people.")
  private @Nullable Path html;

  @Option(
      names = "--raw",
      description = "Leave texts as they are that a spreadsheet would take for formulas.")
  private boolean raw;

  @Override
  public Integer call() throws IOException {
    try (Application application = MigrateCommand.open(data)) {
      Migration migration = MigrateCommand.find(application, id);
      application.tell(Deed.of(Act.EXPORTED, migration.id().value()).saying("migration"));
      MigrationCsv table =
          new MigrationCsv(application.get(MigrationLedger.class), migration.id(), raw);
      if (html != null) {
        write(html, out -> application.get(MigrationHtml.class).write(migration, out));
      }
      if (csv != null) {
        write(csv, table::write);
      }
      if (html == null && csv == null) {
        table.write(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
      }
      return ExitCode.DONE;
    }
  }

  private interface Report {
    void write(Writer out) throws IOException;
  }

  private void write(Path file, Report report) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      report.write(out);
    }
    spec.commandLine().getErr().println("The report is " + file);
  }
}
