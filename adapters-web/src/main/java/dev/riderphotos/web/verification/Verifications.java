package dev.riderphotos.web.verification;

import dev.riderphotos.photo.Photo;
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
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Starts verifications, and waits for them where asked to; for the API and the pages alike. */
@Singleton
public class Verifications {
  /** Photos that are in memory at once between the network and the store. */
  private static final int UPLOADS = 8;

  private final SubmitRiderPhoto submission;
  private final VerifyRiderPhoto verification;
  private final ExecutionRunner runner;
  private final Semaphore uploads = new Semaphore(UPLOADS, true);

  Verifications(
      SubmitRiderPhoto submission, VerifyRiderPhoto verification, ExecutionRunner runner) {
    this.submission = submission;
    this.verification = verification;
    this.runner = runner;
  }

  /** A photo as it comes in. */
  public interface Upload {
    InputStream open() throws IOException;
  }

  /** Takes the photo in; the execution has ended if {@code wait} was asked for. */
  public Execution submit(
      String riderId,
      String fileName,
      Upload upload,
      boolean replace,
      @Nullable String email,
      boolean wait) {
    RiderId rider = ProblemException.unless(() -> new RiderId(riderId));
    EmailAddress address =
        email == null || email.isBlank()
            ? null
            : ProblemException.unless(() -> new EmailAddress(email));
    return run(keep(rider, fileName, upload, replace, address), wait);
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

  private Execution keep(
      RiderId rider,
      String fileName,
      Upload upload,
      boolean replace,
      @Nullable EmailAddress email) {
    uploads.acquireUninterruptibly();
    try (InputStream in = upload.open()) {
      Photo photo = Photo.read(in);
      check(photo);
      return submission.submit(rider, fileName, photo, replace, email);
    } catch (IOException cutShort) {
      if (cutShort.getCause() instanceof ContentLengthExceededException tooLarge) {
        throw tooLarge;
      }
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "UPLOAD_CUT_SHORT", "The upload was cut short. Send it again.");
    } finally {
      uploads.release();
    }
  }

  private static void check(Photo photo) {
    if (photo.size() == 0) {
      throw new ProblemException(HttpStatus.BAD_REQUEST, "NO_PHOTO", "There is no photo.");
    }
    if (photo.tooLarge()) {
      throw new ProblemException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "TOO_LARGE",
          "The photo is larger than 15 MB. Send a smaller one.");
    }
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
