package dev.riderphotos.app.command;

import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.consent.Consent;
import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Answer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.SentPhoto;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import dev.riderphotos.web.execution.ExecutionAnswer;
import dev.riderphotos.web.execution.ReasonAnswer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify}: the same workflow as the server's, for one photo. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Verify one photo of a rider, without a server.",
    footer = "Exits with 0 if the rider is verified, with 2 if the photo is rejected.")
public final class VerifyCommand implements Callable<Integer> {
  /** How often the journal is looked at while a state machine runs the execution. */
  private static final long LOOK_AGAIN_MS = 250;

  /** Longer than the state machine tries again what fails. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  @Spec private CommandSpec spec;
  @Mixin private DataOption data;

  @Option(names = "--rider", paramLabel = "ID", required = true, description = "The rider's id.")
  private String rider;

  @Option(names = "--replace", description = "Take a registered face again, if it is the rider's.")
  private boolean replace;

  @Option(
      names = "--consent",
      paramLabel = "VERSION",
      description = "The text that the rider has agreed to, as GET /v1/consent tells it.")
  private @Nullable String consent;

  @Option(names = "--json", description = "Print the execution as JSON, on one line.")
  private boolean json;

  @Parameters(paramLabel = "PHOTO", description = "A JPEG or PNG file.")
  private Path photo;

  @Override
  public Integer call() throws IOException, InterruptedException {
    RiderId riderId = riderId();
    Photo read = PhotoFile.read(photo);
    try (Application application = Application.open(data.path(), Application.QUIET)) {
      Execution begun =
          application
              .get(SubmitRiderPhoto.class)
              .submit(
                  new SentPhoto(
                      null,
                      riderId,
                      photo.getFileName().toString(),
                      read,
                      replace,
                      null,
                      false,
                      null,
                      given(application.get(Consents.class))));
      Execution ended =
          awaitEnd(
              application.get(Executions.class),
              application.get(WorkflowEngine.class).run(begun.id()));
      print(application, ExecutionAnswer.whole(ended));
      return exitCode(ended);
    }
  }

  private static Execution awaitEnd(Executions executions, Execution begun)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Execution now = begun;
    while (now.status() == Status.RUNNING && System.nanoTime() < deadline) {
      Thread.sleep(LOOK_AGAIN_MS);
      now = executions.find(begun.id()).orElse(now);
    }
    return now;
  }

  private @Nullable Consent given(Consents consents) {
    return switch (consents.answer(consent, Instant.now())) {
      case Answer.Taken(Consent agreed) -> agreed;
      case Answer.Missing _ ->
          throw new CommandException(
              ExitCode.USAGE, "The rider's consent is needed: give --consent VERSION.");
      case Answer.Changed _ ->
          throw new CommandException(
              ExitCode.USAGE, "What riders agree to has changed: ask the rider again.");
    };
  }

  private RiderId riderId() {
    try {
      return new RiderId(rider);
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }

  private void print(Application application, ExecutionAnswer answer) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(application.get(ObjectMapper.class).writeValueAsString(answer));
      return;
    }
    out.println(answer.status() + "  " + answer.riderId());
    if (answer.message() != null) {
      out.println("  " + answer.message().strip());
    }
    answer.reasons().forEach(reason -> out.println("  " + reason.advice()));
    answer.advice().forEach(reason -> out.println("  " + told(reason)));
    out.println("  execution " + answer.executionId());
  }

  private static String told(ReasonAnswer advice) {
    return advice.score() == null
        ? "Next time: " + advice.advice()
        : String.format(
            Locale.ROOT,
            "%s (score %.1f of 100). %s",
            advice.message(),
            advice.score(),
            advice.advice());
  }

  private static int exitCode(Execution execution) {
    return switch (execution.status()) {
      case VERIFIED -> ExitCode.DONE;
      case REJECTED -> ExitCode.REJECTED;
      case FAILED, RUNNING -> ExitCode.UNAVAILABLE;
    };
  }
}
