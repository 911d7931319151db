package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.AuditReport;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Flaw;
import dev.riderphotos.audit.VerifyAuditTrail;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.audit.AuditEntryAnswer;
import dev.riderphotos.web.audit.AuditExport;
import dev.riderphotos.web.audit.AuditExport.Format;
import dev.riderphotos.web.audit.AuditQueries;
import dev.riderphotos.web.audit.AuditReportAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: what was done and shown, and by whom. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "What was done and shown, and by whom, also while a server runs.")
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List entries, the newest first.")
  int list(
      @Mixin DataOption data,
      @Mixin AuditFilterOptions filter,
      @Option(
              names = "--limit",
              paramLabel = "COUNT",
              defaultValue = "100",
              description = "At most so many, to 1000 (default: ${DEFAULT-VALUE}).")
          int limit,
      @Option(names = "--json", description = "Print each as JSON, a line each.") boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      ObjectMapper mapper = application.get(ObjectMapper.class);
      PrintWriter out = spec.commandLine().getOut();
      for (AuditEntryAnswer entry :
          filter
              .asked(
                  question ->
                      application.get(AuditQueries.class).before(question, Long.MAX_VALUE, limit))
              .answers()) {
        out.println(json ? mapper.writeValueAsString(entry) : line(entry));
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Check that no entry was changed, taken away or swapped, and that none is missing at the",
        "end."
      },
      footer = "Exits with 2 if one was; the places are named.")
  int verify(
      @Mixin DataOption data,
      @Option(names = "--json", description = "Print the result as JSON, on one line.")
          boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      AuditReport report = application.get(VerifyAuditTrail.class).verify();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(
            application.get(ObjectMapper.class).writeValueAsString(AuditReportAnswer.of(report)));
      } else {
        lines(report).forEach(out::println);
      }
      return report.sound() ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Print entries, the oldest first, with the notes beside them.")
  int export(
      @Mixin DataOption data,
      @Mixin AuditFilterOptions filter,
      @ArgGroup(multiplicity = "1") Formats formats)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.EXPORTED).saying("audit"));
      PrintWriter out = spec.commandLine().getOut();
      AuditExport export = application.get(AuditExport.class);
      export.write(filter.question(), formats.csv ? Format.CSV : Format.JSON_LINES, out);
      out.flush();
      return ExitCode.DONE;
    } catch (ProblemException refusal) {
      throw new CommandException(ExitCode.USAGE, refusal.problem().detail());
    }
  }

  /** Exactly one of them is given. */
  static final class Formats {
    @Option(names = "--csv", description = "As CSV, of which no text is taken for a formula.")
    private boolean csv;

    @Option(names = "--json-lines", description = "As JSON, a line each.")
    private boolean jsonLines;
  }

  private static List<String> lines(AuditReport report) {
    String place =
        "%,d entries, the last %d %s"
            .formatted(report.entries(), report.last().number(), report.last().hash());
    return report.sound()
        ? List.of("SOUND  " + place)
        : Stream.concat(
                report.flaws().stream().map(Flaw::sentence).map(flaw -> "BROKEN  " + flaw),
                Stream.of("        " + place))
            .toList();
  }

  private static String line(AuditEntryAnswer entry) {
    return Stream.of(
            Long.toString(entry.number()),
            entry.at(),
            who(entry.who()),
            entry.act(),
            entry.about(),
            entry.detail(),
            entry.from())
        .map(AuditCommand::orDash)
        .collect(Collectors.joining("  "));
  }

  private static String who(AuditEntryAnswer.Who who) {
    return Stream.of(who.kind(), who.id(), who.name())
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String orDash(@Nullable String text) {
    return text == null || text.isEmpty() ? "-" : text;
  }
}
