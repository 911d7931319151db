package dev.riderphotos.web.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.review.Appeal;
import dev.riderphotos.review.Appeal.Possible;
import dev.riderphotos.review.Case;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.execution.ExecutionQueries;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** Has people look at a refusal; for the API and riders' pages alike. */
@Singleton
public class Appeals {
  private final ExecutionQueries executions;
  private final Appeal appeal;

  Appeals(ExecutionQueries executions, Appeal appeal) {
    this.executions = executions;
    this.appeal = appeal;
  }

  /**
   * Appeals for the rider of the execution, who is the caller, or whom the caller acts for.
   *
   * @throws ProblemException if it cannot be appealed against, saying why
   */
  public Case appeal(Caller caller, String id, String words) {
    Execution execution = executions.find(caller, id);
    return switch (ProblemException.unless(
        "words", () -> appeal.appeal(execution.submission().rider(), execution.id(), words))) {
      case Appeal.Answer.Opened(Case open) -> open;
      case Appeal.Answer.NotFound _ -> throw ProblemException.notFound("No such execution.");
      case Appeal.Answer.NotRefused _ ->
          throw refused(
              HttpStatus.CONFLICT,
              "NOT_APPEALABLE",
              "There is nothing here that people could decide otherwise.");
      case Appeal.Answer.AskedBefore _ ->
          throw refused(
              HttpStatus.CONFLICT,
              "APPEALED_BEFORE",
              "You asked for a review of this photo already.");
      case Appeal.Answer.PhotoGone _ ->
          throw refused(
              HttpStatus.GONE, "PHOTO_GONE", "This photo is not kept any more. Send a new one.");
      case Appeal.Answer.TooMany _ ->
          throw refused(
              HttpStatus.CONFLICT,
              "TOO_MANY_APPEALS",
              "One review at a time, and three in 30 days. Wait for the answer to the last one.");
    };
  }

  /** Whether people can be asked to look at it, or are, or neither. */
  public Possible possible(Execution execution) {
    return appeal.possible(execution);
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(status, code, detail);
  }
}
