package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.retention.DailySweep;
import dev.riderphotos.retention.Kept;
import dev.riderphotos.retention.SweepRetention;
import dev.riderphotos.retention.Swept;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code retention}: what was kept for its term goes now. */
@Command(
    name = "retention",
    mixinStandardHelpOptions = true,
    description = "Delete what was kept for its term (retention.*), as a server does once a day.",
    footer =
        "With --dry-run nothing is deleted, and it works while a server runs. Exits with 75 if a"
            + " server uses the data folder, which does it by itself, or another process sweeps"
            + " already.")
public final class RetentionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--dry-run", description = "Only tell what would go, and the oldest of each.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print it as JSON, on one line.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try (Application application =
        dryRun
            ? Application.beside(data.path(), Application.QUIET)
            : Application.open(data.path(), Application.QUIET)) {
      Swept swept = dryRun ? application.get(SweepRetention.class).plan() : sweep(application);
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        out.println(application.get(ObjectMapper.class).writeValueAsString(answer(swept)));
      } else {
        out.print(text(swept));
        out.flush();
      }
      return ExitCode.DONE;
    }
  }

  private static Swept sweep(Application application) {
    return application
        .get(DailySweep.class)
        .sweepNow(() -> true)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.UNAVAILABLE, "Another process deletes it at this moment."));
  }

  private Map<String, Object> answer(Swept swept) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("dryRun", dryRun);
    Map<String, Object> oldest = new LinkedHashMap<>();
    for (Kept kept : Kept.values()) {
      answer.put(name(kept), swept.count(kept));
      Instant since = swept.oldest(kept);
      if (since != null) {
        oldest.put(name(kept), since.toString());
      }
    }
    answer.put("notices", swept.told());
    answer.put("oldest", oldest);
    return answer;
  }

  private String text(Swept swept) {
    StringBuilder text = new StringBuilder();
    for (Kept kept : Kept.values()) {
      text.append(line(swept.count(kept), words(kept), swept.oldest(kept)));
    }
    text.append(line(swept.told(), "riders told that they go in 30 days", null));
    return text.append(dryRun ? "Nothing was deleted.\n" : "").toString();
  }

  private static String line(long count, String what, @Nullable Instant oldest) {
    String since = oldest == null ? "" : ", the oldest of " + oldest;
    return "%8d  %s%s%n".formatted(count, what, since);
  }

  private static String name(Kept kept) {
    return switch (kept) {
      case REFUSED_PHOTOS -> "refusedPhotos";
      case EXECUTIONS -> "executions";
      case CASES -> "cases";
      case MAIL -> "mails";
      case INACTIVE_RIDERS -> "riders";
    };
  }

  private static String words(Kept kept) {
    return switch (kept) {
      case REFUSED_PHOTOS -> "photos that were refused or failed";
      case EXECUTIONS -> "executions";
      case CASES -> "closed cases";
      case MAIL -> "mails in the mailbox";
      case INACTIVE_RIDERS -> "riders who were not here for long";
    };
  }
}
