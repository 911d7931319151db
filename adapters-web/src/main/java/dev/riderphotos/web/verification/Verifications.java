package dev.riderphotos.web.verification;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.Execution;
import dev.riderphotos.verification.ExecutionId;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.Redrive;
import dev.riderphotos.verification.Status;
import dev.riderphotos.verification.Submission;
import dev.riderphotos.verification.SubmitRiderPhoto;
import dev.riderphotos.verification.VerifyRiderPhoto;
import dev.riderphotos.web.PhotoUploads;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Starts verifications, and waits for them where asked to; for the API and the pages alike. */
@Singleton
public class Verifications {
  private final SubmitRiderPhoto submission;
  private final VerifyRiderPhoto verification;
  private final ExecutionRunner runner;
  private final PhotoUploads uploads;

  Verifications(
      SubmitRiderPhoto submission,
      VerifyRiderPhoto verification,
      ExecutionRunner runner,
      PhotoUploads uploads) {
    this.submission = submission;
    this.verification = verification;
    this.runner = runner;
    this.uploads = uploads;
  }

  /** Takes the photo in; the execution has ended if {@code wait} was asked for. */
  public Execution submit(
      String riderId,
      String fileName,
      PhotoUploads.Upload upload,
      boolean replace,
      @Nullable String email,
      boolean wait) {
    RiderId rider = ProblemException.unless(() -> new RiderId(riderId));
    EmailAddress address =
        email == null || email.isBlank()
            ? null
            : ProblemException.unless(() -> new EmailAddress(email));
    Execution begun =
        uploads.take(upload, photo -> submission.submit(rider, fileName, photo, replace, address));
    return run(begun, wait);
  }

  /** Begins the verification of a photo that is stored already. */
  Execution start(Submission stored, boolean wait) {
    return run(verification.start(ExecutionId.random(), stored), wait);
  }

  /** Runs a failed execution again; it has ended if {@code wait} was asked for. */
  public Execution redrive(ExecutionId id, boolean wait) {
    return switch (runner.redrive(id)) {
      case Redrive.Redriven(Execution begun) -> run(begun, wait);
      case Redrive.NotFailed(Status status) ->
          throw new ProblemException(
              HttpStatus.CONFLICT,
              "NOT_FAILED",
              "Only a failed execution can be redriven; this one is " + status + ".");
    };
  }

  private Execution run(Execution begun, boolean wait) {
    if (begun.status() != Status.RUNNING) {
      return begun;
    }
    var end = runner.run(begun.id());
    if (!wait) {
      return begun;
    }
    try {
      return end.join();
    } catch (CompletionException fault) {
      throw fault.getCause() instanceof RuntimeException cause ? cause : fault;
    }
  }
}
