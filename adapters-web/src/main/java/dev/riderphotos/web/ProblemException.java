package dev.riderphotos.web;

import io.micronaut.http.HttpStatus;
import java.util.function.Supplier;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(HttpStatus status, String code, String detail) {
    super(detail);
    this.problem = Problem.of(status, code, detail);
  }

  public Problem problem() {
    return problem;
  }

  /** What the caller gave, made into one of our values; a value that refuses it is a 400. */
  public static <T> T unless(Supplier<T> valid) {
    try {
      return valid.get();
    } catch (IllegalArgumentException refused) {
      String detail = refused.getMessage() == null ? "Invalid request" : refused.getMessage();
      throw new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
    }
  }

  /** Of a photo. */
  public static ProblemException tooLarge() {
    return new ProblemException(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        "TOO_LARGE",
        "The photo is larger than 15 MB. Send a smaller one.");
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
  }
}
