package dev.riderphotos.web;

import dev.riderphotos.Conflict;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;
  private final @Nullable Duration retryAfter;

  public ProblemException(HttpStatus status, String code, String detail) {
    this(status, code, detail, null);
  }

  private ProblemException(
      HttpStatus status, String code, String detail, @Nullable Duration retryAfter) {
    this(Problem.of(status, code, detail), retryAfter);
  }

  private ProblemException(Problem problem, @Nullable Duration retryAfter) {
    super(problem.detail());
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  public Problem problem() {
    return problem;
  }

  /** The answer that tells of it, and when to try again where that is known. */
  public MutableHttpResponse<Problem> response() {
    MutableHttpResponse<Problem> answer = problem.response();
    return retryAfter == null
        ? answer
        : answer.header(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(retryAfter)));
  }

  /** The server has its hands full: the same may be tried again after a while. */
  public static ProblemException busy(String code, String detail, Duration retryAfter) {
    return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, code, detail, retryAfter);
  }

  /** The caller has had its share: more is to be had after a while. */
  public static ProblemException tooMany(String code, String detail, Duration retryAfter) {
    return new ProblemException(HttpStatus.TOO_MANY_REQUESTS, code, detail, retryAfter);
  }

  /** Somebody else changed the same thing first; the caller may try again. */
  public static ProblemException conflict(Conflict conflict) {
    return new ProblemException(
        HttpStatus.CONFLICT,
        "CONFLICT",
        Objects.requireNonNull(conflict.getMessage()),
        Duration.ofSeconds(1));
  }

  /** What the caller gave, made into one of our values; a value that refuses it is a 400. */
  public static <T> T unless(Supplier<T> valid) {
    try {
      return valid.get();
    } catch (IllegalArgumentException refused) {
      String detail = refused.getMessage() == null ? "Invalid request" : refused.getMessage();
      throw invalid(detail);
    }
  }

  /** What the caller gave in a field, made into one of our values; one that refuses it is a 422. */
  public static <T> T unless(String field, Supplier<T> valid) {
    try {
      return valid.get();
    } catch (IllegalArgumentException refused) {
      String detail = refused.getMessage() == null ? "Invalid " + field : refused.getMessage();
      throw field(field, detail);
    }
  }

  /** What the caller gave in a field is not what is asked for. */
  public static ProblemException field(String field, String detail) {
    return new ProblemException(
        Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, "INVALID_FIELD", detail, field), null);
  }

  /** What the caller gave is not what is asked for. */
  public static ProblemException invalid(String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
  }

  /** A photo has more bytes than may be sent. */
  public static ProblemException tooLarge() {
    return new ProblemException(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        "TOO_LARGE",
        "The photo is larger than 15 MB. Send a smaller one.");
  }

  /** There is too much to do; later there may be less. */
  public static ProblemException busy() {
    return busy(
        "BUSY",
        "Too much is going on at the moment. Try again in a few seconds.",
        Duration.ofSeconds(5));
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(HttpStatus.NOT_FOUND, "NOT_FOUND", detail);
  }

  /** Rounded up, so that nobody comes too early. */
  private static long wholeSeconds(Duration duration) {
    return Math.max(1, duration.plusNanos(999_999_999).toSeconds());
  }
}
