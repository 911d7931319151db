package dev.riderphotos.app.command;

import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.audit.AuditQueries.Question;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which entries of the audit are wanted. */
final class AuditFilterOptions {
  @Option(
      names = "--act",
      paramLabel = "ACT",
      description = "What was done, such as photo-shown or rider-erased.")
  private @Nullable String act;

  @Option(
      names = "--who",
      paramLabel = "WHO",
      description = {
        "The id or name of a key, the system's user, or key, rider, command-line, demo, stranger",
        "or sweep."
      })
  private @Nullable String who;

  @Option(
      names = "--rider",
      paramLabel = "ID",
      description = "The rider whom it concerns, of whom entries have a keyed hash alone.")
  private @Nullable String rider;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From this day, such as 2026-11-30, or moment on.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      description = "To the end of this day, or before this moment.")
  private @Nullable String to;

  Question question() {
    return new Question(act, who, rider, from, to);
  }

  /** What is asked for; what cannot be is wrong usage. */
  <T> T asked(Function<Question, T> query) {
    try {
      return query.apply(question());
    } catch (ProblemException refusal) {
      throw new CommandException(ExitCode.USAGE, refusal.problem().detail());
    }
  }
}
