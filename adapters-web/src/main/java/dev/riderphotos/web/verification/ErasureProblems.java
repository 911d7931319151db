package dev.riderphotos.web.verification;

import dev.riderphotos.verification.Erasure;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;

/** Why a rider was not erased, and what to do. */
final class ErasureProblems {
  private ErasureProblems() {}

  static ProblemException of(Erasure.Busy busy) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "BUSY",
        busy.stopped() == 0
            ? "A photo of this rider is being verified. Try again in a moment."
            : "A photo of this rider was being verified by Step Functions. That was stopped, and what"
                + " it did is being undone; nothing is erased yet. Try again in a minute.");
  }
}
