package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.EventId;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code events}: what was tried in vain. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Events that could not be dealt with, also while a server runs.")
public final class EventsCommand implements Runnable {
  private static final int MAX_LINES = 1000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "dead",
      mixinStandardHelpOptions = true,
      description = "List them, the oldest first.")
  int dead(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      PrintWriter out = spec.commandLine().getOut();
      application
          .get(DeadLetters.class)
          .dead(MAX_LINES)
          .forEach(letter -> out.println(line(letter)));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = "Have them delivered again, by the server that runs or the next.")
  int redrive(
      @Mixin DataOption data,
      @Parameters(
              arity = "0..1",
              paramLabel = "EVENT",
              description = "One of them alone, by its id.")
          @Nullable String event)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.REDRIVEN, event == null ? null : id(event).toString()));
      int redriven =
          redrive(application.get(DeadLetters.class), event, application.get(InstantSource.class));
      spec.commandLine().getOut().println(redriven + " redriven");
      return event == null || redriven == 1 ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Forget one for good. What arrived stays where it is.",
      footer = "Exits with 2 if there is no such dead letter.")
  int drop(
      @Mixin DataOption data,
      @Parameters(paramLabel = "EVENT", description = "Its id, as in the list.") String event)
      throws IOException {
    EventId id = id(event);
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.DELETED, id.toString()));
      boolean dropped = application.get(DeadLetters.class).drop(id).isPresent();
      spec.commandLine().getOut().println(dropped ? "DROPPED  " + id : "No such dead letter");
      return dropped ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private static int redrive(DeadLetters letters, @Nullable String event, InstantSource clock) {
    if (event == null) {
      return letters.redriveAll(clock.instant());
    }
    return letters.redrive(id(event), clock.instant()).isPresent() ? 1 : 0;
  }

  private static EventId id(String event) {
    return Arguments.valid(() -> EventId.of(event));
  }

  private static String line(DeadLetter letter) {
    return "%s  %s/%s  %s"
        .formatted(
            letter.event().id(),
            letter.event().ref().bucket(),
            letter.event().ref().key(),
            letter.error());
  }
}
