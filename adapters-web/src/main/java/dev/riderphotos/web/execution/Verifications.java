package dev.riderphotos.web.execution;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.queue.Place;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.BeingErasedException;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.SentPhoto;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.WorkflowEngine;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.access.Quotas;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Starts verifications, and waits for them where asked to, but not for long: who waited in vain is
 * told how the execution stands, and it goes on. For the API and the pages alike.
 */
@Singleton
public class Verifications {
  private static final Duration COME_BACK_AFTER = Duration.ofSeconds(5);

  private final SubmitRiderPhoto submission;
  private final WorkflowEngine engine;
  private final ExecutionRunner runner;
  private final Executions executions;
  private final Progress progress;
  private final PhotoUploads uploads;
  private final Quotas quotas;
  private final Agreements agreements;
  private final Duration patience;

  Verifications(
      SubmitRiderPhoto submission,
      WorkflowEngine engine,
      ExecutionRunner runner,
      Executions executions,
      Progress progress,
      PhotoUploads uploads,
      Quotas quotas,
      Agreements agreements,
      @Property(name = "limits.wait-time") Duration patience) {
    this.submission = submission;
    this.engine = engine;
    this.runner = runner;
    this.executions = executions;
    this.progress = progress;
    this.uploads = uploads;
    this.quotas = quotas;
    this.agreements = agreements;
    this.patience = patience;
  }

  /**
   * Takes the photo in, unless it was before; the execution has ended if {@code wait} was asked
   * for, and it was quick.
   *
   * @throws ProblemException if it is refused, or the rider's consent is not there
   */
  public Execution submit(
      Caller caller, Sending sending, PhotoUploads.Upload upload, boolean wait) {
    long asked = System.nanoTime();
    Consent consent = agreements.of(sending.said());
    RiderId rider = ProblemException.unless(() -> new RiderId(sending.riderId()));
    EmailAddress address = address(caller, sending.email());
    ExecutionId key = key(sending.key());
    Begun begun =
        uploads.take(
            upload,
            photo ->
                submit(
                    caller,
                    new SentPhoto(
                        key,
                        rider,
                        sending.fileName(),
                        photo,
                        sending.replace(),
                        address,
                        sending.said().onPage(),
                        sending.said().language(),
                        consent)));
    return wait ? await(begun, asked) : begun.execution();
  }

  /** Who sent it before takes no place and has nothing counted. */
  private Begun submit(Caller caller, SentPhoto sent) {
    Execution earlier = submission.earlier(sent).orElse(null);
    if (earlier != null) {
      return joined(sent.rider(), earlier);
    }
    quotas.takePhoto(sent.rider());
    try (Place place = reserve(caller, sent.rider())) {
      SubmitRiderPhoto.Submitted submitted = unlessErased(() -> submission.submitOnce(sent));
      Execution execution = submitted.execution();
      return submitted.joined()
          ? joined(sent.rider(), execution)
          : new Begun(execution, runner.run(execution.id(), place));
    }
  }

  private static Begun joined(RiderId rider, Execution earlier) {
    if (!earlier.submission().rider().equals(rider)) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "IDEMPOTENCY_KEY_TAKEN",
          "This Idempotency-Key was used for something else. Make a new one for each photo.");
    }
    return new Begun(earlier, CompletableFuture.completedFuture(earlier));
  }

  private static @Nullable ExecutionId key(@Nullable String given) {
    return given == null ? null : ProblemException.unless(() -> ExecutionId.of(given));
  }

  /** A rider has the address that the link was made with, and no other. */
  private static @Nullable EmailAddress address(Caller caller, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return caller.email().orElse(null);
    }
    if (caller.rider().isPresent()) {
      throw new ProblemException(
          HttpStatus.FORBIDDEN,
          "EMAIL_BY_LINK",
          "Where word goes is settled when your link is made. Leave the e-mail address out.");
    }
    return ProblemException.unless(() -> new EmailAddress(given));
  }

  /** Begins the verification of a photo that is stored already. */
  Execution start(Caller caller, Submission stored, boolean wait) {
    Begun begun = begin(caller, stored.rider(), _ -> engine.start(ExecutionId.random(), stored));
    return wait ? await(begun, System.nanoTime()) : begun.execution();
  }

  /** Runs a failed execution again; it may be waited for as a new one. */
  public Execution redrive(Caller caller, Execution failed, boolean wait) {
    Begun begun =
        begin(
            caller,
            failed.submission().rider(),
            place -> redriven(runner.redrive(failed.id(), place)));
    return wait ? await(begun, System.nanoTime()) : begun.execution();
  }

  /** Takes a place first, so that who gets none leaves nothing behind. */
  private Begun begin(Caller caller, RiderId rider, Function<Place, Execution> beginning) {
    try (Place place = reserve(caller, rider)) {
      Execution execution = unlessErased(() -> beginning.apply(place));
      return new Begun(execution, runner.run(execution.id(), place));
    }
  }

  private static <T> T unlessErased(Supplier<T> beginning) {
    try {
      return beginning.get();
    } catch (BeingErasedException leaving) {
      throw new ProblemException(
          HttpStatus.CONFLICT,
          "BEING_ERASED",
          "Your data is being deleted; until that is done no photo is taken.");
    }
  }

  private Place reserve(Caller caller, RiderId rider) {
    String account = caller.demo() ? null : caller.account(); // there is but one in demo mode
    return runner.reserve(rider, account).orElseThrow(Verifications::full);
  }

  /**
   * From when it was asked for: who sent a photo may have waited to do so. What others run is
   * watched in the journal.
   */
  private Execution await(Begun begun, long asked) {
    long deadline = asked + patience.toNanos();
    try {
      Execution came = begun.end().get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      return progress.await(came, Duration.ofNanos(deadline - System.nanoTime()));
    } catch (TimeoutException | CancellationException goesOn) {
      return executions.find(begun.execution().id()).orElse(begun.execution());
    } catch (ExecutionException fault) {
      throw fault.getCause() instanceof RuntimeException cause
          ? cause
          : new CompletionException(fault.getCause());
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return begun.execution();
    }
  }

  private static Execution redriven(Redrive redrive) {
    return switch (redrive) {
      case Redrive.Redriven(Execution begun) -> begun;
      case Redrive.NotFailed(Status status) ->
          throw new ProblemException(
              HttpStatus.CONFLICT,
              "NOT_FAILED",
              "Only a failed execution can be redriven; this one is " + status + ".");
    };
  }

  private static ProblemException full() {
    return ProblemException.busy(
        "TOO_MANY_WAIT",
        "Too many photos wait to be verified. Send it again in a moment.",
        COME_BACK_AFTER);
  }

  private record Begun(Execution execution, CompletableFuture<Execution> end) {}
}
