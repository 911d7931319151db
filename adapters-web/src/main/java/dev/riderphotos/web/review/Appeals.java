package dev.riderphotos.web.review;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.review.Appeal;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Kind;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.execution.ExecutionQueries;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;

/** Has people look at a refusal; for the API and riders' pages alike. */
@Singleton
public class Appeals {
  private final ExecutionQueries executions;
  private final Appeal appeal;
  private final Cases cases;

  Appeals(ExecutionQueries executions, Appeal appeal, Cases cases) {
    this.executions = executions;
    this.appeal = appeal;
    this.cases = cases;
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

  /** Whether people can be asked to look at it, or are, or nothing of that. */
  public Possible possible(Execution execution) {
    List<ReasonCode> reasons =
        execution.verdict() instanceof Verdict.Rejected rejected && !rejected.own()
            ? rejected.reasons().stream().map(Reason::code).toList()
            : List.of();
    if (execution.status() != Status.REJECTED || reasons.stream().noneMatch(Kind::appealable)) {
      return Possible.NO;
    }
    return cases.of(execution.submission().rider()).stream()
            .anyMatch(each -> each.appeal() != null && each.isAbout(execution.id()))
        ? Possible.ASKED
        : Possible.YES;
  }

  /** Whether people can be asked. */
  public enum Possible {
    NO,
    YES,
    ASKED
  }

  private static ProblemException refused(HttpStatus status, String code, String detail) {
    return new ProblemException(status, code, detail);
  }
}
