package dev.riderphotos.app.command;

import dev.riderphotos.announcement.Announcement.Trial;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.DeadLetter;
import dev.riderphotos.announcement.Webhooks;
import dev.riderphotos.announcement.Webhooks.Answer;
import dev.riderphotos.announcement.Webhooks.Answer.Accepted;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.web.webhook.DeadWebhookAnswer;
import dev.riderphotos.web.webhook.WebhooksAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code webhooks}: what other programs are told. */
@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    description = "What other programs are told, also while a server runs.")
public final class WebhooksCommand implements Runnable {
  private static final int MAX_LINES = 1000;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Send a webhooks.test now, and say what came back.",
      footer = "Exits with 2 if it did not arrive.")
  int test(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      Webhooks webhooks =
          application
              .find(Webhooks.class)
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE, "There is no address to send to: set webhooks.url"));
      Answer answer = webhooks.send(Trial.now(application.get(InstantSource.class).instant()));
      boolean arrived = answer instanceof Accepted;
      out().println((arrived ? "Delivered: " : "Not delivered: ") + answer.said());
      return arrived ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Say how many events wait, and whether any are sent.")
  int show(
      @Mixin DataOption data,
      @Option(names = "--json", description = "Print it as JSON, on one line.") boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      WebhooksAnswer answer =
          WebhooksAnswer.of(
              application.get(Announcements.class), application.find(Webhooks.class).isPresent());
      out().println(json ? json(application, answer) : line(answer));
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "on",
      mixinStandardHelpOptions = true,
      description = "Have events sent again, after the receiver had answered 410.")
  int on(@Mixin DataOption data) throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      application.tell(Deed.of(Act.REDRIVEN).saying("webhooks"));
      application.get(Announcements.class).switchOn();
      out().println("On");
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "dead",
      mixinStandardHelpOptions = true,
      description = "List the events that could not be told, the oldest first.")
  int dead(
      @Mixin DataOption data,
      @Option(names = "--json", description = "Print each as JSON, a line each.") boolean json)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      for (DeadLetter letter : application.get(Announcements.class).dead(MAX_LINES)) {
        DeadWebhookAnswer answer = DeadWebhookAnswer.of(letter);
        out().println(json ? json(application, answer) : line(answer));
      }
      return ExitCode.DONE;
    }
  }

  @Command(
      name = "redrive",
      mixinStandardHelpOptions = true,
      description = "Have them sent again by a server.")
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
          redrive(
              application.get(Announcements.class), event, application.get(InstantSource.class));
      out().println(redriven + " redriven");
      return event == null || redriven == 1 ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  @Command(
      name = "drop",
      mixinStandardHelpOptions = true,
      description = "Delete one of them for good.",
      footer = "Exits with 2 if there is no such one.")
  int drop(
      @Mixin DataOption data,
      @Parameters(paramLabel = "EVENT", description = "The event's id.") String event)
      throws IOException {
    try (Application application = Application.beside(data.path(), Application.QUIET)) {
      AnnouncementId id = id(event);
      application.tell(Deed.of(Act.DELETED, id.toString()));
      boolean dropped = application.get(Announcements.class).drop(id);
      out().println(dropped ? "1 dropped" : "0 dropped");
      return dropped ? ExitCode.DONE : ExitCode.REJECTED;
    }
  }

  private static int redrive(
      Announcements announcements, @Nullable String event, InstantSource clock) {
    return event == null
        ? announcements.redriveAll(clock.instant())
        : announcements.redrive(id(event), clock.instant()).isPresent() ? 1 : 0;
  }

  private static AnnouncementId id(String event) {
    return Arguments.valid(() -> AnnouncementId.of(event));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private static String line(WebhooksAnswer answer) {
    String state =
        switch (answer.state()) {
          case ON -> "On";
          case OFF -> "Off since %s: %s".formatted(answer.offSince(), answer.why());
          case NOT_SET_UP -> "Not set up: set webhooks.url";
        };
    return "%s%n%d pending, %d dead".formatted(state, answer.pending(), answer.dead());
  }

  private static String line(DeadWebhookAnswer letter) {
    return "%s  %s  %s  %s"
        .formatted(letter.eventId(), letter.type(), letter.subject(), letter.error());
  }

  private static String json(Application application, Object answer) throws IOException {
    return application.get(ObjectMapper.class).writeValueAsString(answer);
  }
}
