package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.review.DecisionOrder;
import dev.riderphotos.web.review.ReviewAnswer;
import dev.riderphotos.web.review.ReviewAnswers;
import dev.riderphotos.web.review.Reviews;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reviews}: what people decide, from the shell. */
@Command(
    name = "reviews",
    mixinStandardHelpOptions = true,
    description = "Cases that people decide, also while a server runs.")
public final class ReviewsCommand implements Runnable {
  private static final Reviewer SHELL = new Reviewer("command line");
  private static final int PAGE = 100;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List them, the first opened first.")
  int list(
      @Mixin DataOption data,
      @Option(
              names = "--state",
              paramLabel = "STATE",
              defaultValue = "open",
              description = "open, decided, under_way or closed (default: ${DEFAULT-VALUE}).")
          String state,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "possible_duplicate, another_face or appeal alone.")
          @Nullable String kind,
      @Option(names = "--json", description = "Print each as JSON, a line each.") boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Reviews reviews = application.get(Reviews.class);
      PrintWriter out = spec.commandLine().getOut();
      String cursor = null;
      do {
        String after = cursor;
        Cases.Page page = told(() -> reviews.list(state, kind, after, PAGE));
        for (Case each : page.cases()) {
          ReviewAnswer answer = application.get(ReviewAnswers.class).of(each, SHELL);
          out.println(json ? json(application, answer) : line(answer));
        }
        cursor = page.next() == null ? null : page.next().value();
      } while (cursor != null);
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show one, with what can be decided.",
      footer = "The photos are on its page, /reviews/ID. Exits with 2 if there is no such case.")
  int show(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The case's id.") String id,
      @Option(names = "--json", description = "Print it as JSON, on one line.") boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Case found = told(() -> application.get(Reviews.class).find(id));
      application.tell(Deed.of(Act.CASE_OPENED, id).concerning(found.riders()));
      ReviewAnswer answer = application.get(ReviewAnswers.class).of(found, SHELL);
      spec.commandLine().getOut().println(json ? json(application, answer) : ReviewText.of(answer));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "decide",
      mixinStandardHelpOptions = true,
      description = "Decide one.",
      footer =
          "A server carries it out when the time to undo it is over (reviews.grace). Exits with 2"
              + " if the case has changed since it was shown, or cannot be decided like that.")
  int decide(
      @Mixin DataOption data,
      @Parameters(index = "0", paramLabel = "ID", description = "The case's id.") String id,
      @Parameters(
              index = "1",
              paramLabel = "DECISION",
              description = "One of those that show names, such as two_people.")
          String decision,
      @Option(
              names = "--case-version",
              required = true,
              paramLabel = "VERSION",
              description = "Of the case, as show told it.")
          String version,
      @Option(
              names = "--withdraw",
              paramLabel = "WHICH",
              description = "Of one person, the registration that goes: later or earlier.")
          @Nullable String withdraw,
      @Option(
              names = "--note",
              paramLabel = "TEXT",
              description = "For other reviewers, at most 1000 characters.")
          @Nullable String note,
      @Option(names = "--now", description = "Carry it out now, without the time to undo it.")
          boolean now)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      DecisionOrder order = new DecisionOrder(decision, version, note, withdraw, now);
      Case after =
          told(() -> application.get(Reviews.class).decide(SHELL, Origin.commandLine(), id, order));
      ReviewAnswer answer = application.get(ReviewAnswers.class).of(after, SHELL);
      spec.commandLine().getOut().println(ReviewText.of(answer));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "undo",
      mixinStandardHelpOptions = true,
      description = "Take a decision back that is not carried out yet.")
  int undo(
      @Mixin DataOption data,
      @Parameters(paramLabel = "ID", description = "The case's id.") String id)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Case open = told(() -> application.get(Reviews.class).undo(SHELL, Origin.commandLine(), id));
      ReviewAnswer answer = application.get(ReviewAnswers.class).of(open, SHELL);
      spec.commandLine().getOut().println(ReviewText.of(answer));
      return ExitCode.DONE;
    }
  }

  private static <T> T told(Supplier<T> asked) {
    try {
      return asked.get();
    } catch (ProblemException refusal) {
      throw new CommandException(ExitCode.REJECTED, refusal.problem().detail());
    }
  }

  private static String line(ReviewAnswer answer) {
    return "%s  %s  %s  %s%s"
        .formatted(
            answer.id(),
            answer.openedAt(),
            answer.kind(),
            ReviewText.riders(answer),
            answer.similarity() == null ? "" : "  " + ReviewText.alike(answer.similarity()));
  }

  private static String json(Application application, ReviewAnswer answer) throws IOException {
    return application.get(ObjectMapper.class).writeValueAsString(answer);
  }
}
