package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.language.Language;
import dev.riderphotos.web.access.Caller;
import dev.riderphotos.web.consent.ConsentAnswer;
import io.micronaut.http.HttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution.
 *
 * @param error name of the refusal, or {@code BackendFault} of a failed execution
 * @param message the first reason, or what a backend could not do
 * @param reasons all that is held against the photo
 * @param advice what could be better about it
 * @param language which the rider is told of a refusal in, if anybody said
 * @param consent to keeping the photo, if the rider was asked
 * @param review true if an operator is to look at it; for operators alone
 * @param executionArn Step Functions' name for the run that verifies the photo, or did last; for
 *     operators alone, and only where a state machine runs executions
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionAnswer(
    String executionId,
    String riderId,
    Status status,
    @Nullable String error,
    @Nullable String message,
    List<ReasonAnswer> reasons,
    List<ReasonAnswer> advice,
    @Nullable String faceId,
    PhotoAnswer photo,
    @Nullable PhotoAnswer thumbnail,
    List<StepAnswer> steps,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String language,
    @Nullable ConsentAnswer consent,
    @Nullable Boolean review,
    @Nullable String executionArn) {

  /** Tells what the rider may see: nothing in it tells of another rider. */
  public static ExecutionAnswer of(Execution execution) {
    return of(
        execution,
        ReasonAnswer.of(execution.advice()),
        execution.steps().stream().map(StepAnswer::of).toList());
  }

  /** Tells all that operators may know. */
  public static ExecutionAnswer whole(Execution execution) {
    ExecutionArn run = execution.heldBy();
    return of(
            execution,
            ReasonAnswer.whole(execution.advice()),
            execution.steps().stream().map(StepAnswer::whole).toList())
        .forOperators(execution.review(), run == null ? null : run.value());
  }

  private ExecutionAnswer forOperators(boolean marked, @Nullable String arn) {
    return new ExecutionAnswer(
        executionId,
        riderId,
        status,
        error,
        message,
        reasons,
        advice,
        faceId,
        photo,
        thumbnail,
        steps,
        startedAt,
        endedAt,
        language,
        consent,
        marked ? true : null,
        arn);
  }

  /** Tells as much as this caller may know. */
  static ExecutionAnswer of(Execution execution, Caller caller) {
    return caller.operates() ? whole(execution) : of(execution);
  }

  private static ExecutionAnswer of(
      Execution execution, List<ReasonAnswer> advice, List<StepAnswer> steps) {
    return switch (execution.verdict()) {
      case Verdict.Verified(var face, var thumbnail) when execution.status() == Status.VERIFIED ->
          of(
              execution,
              advice,
              steps,
              null,
              null,
              List.of(),
              face.value(),
              PhotoAnswer.of(thumbnail));
      case Verdict.Rejected rejected ->
          of(
              execution,
              advice,
              steps,
              rejected.error().title(),
              rejected.message(),
              ReasonAnswer.of(rejected.reasons()),
              null,
              null);
      case Verdict.Verified _ -> of(execution, advice, steps, null, null, List.of(), null, null);
      case null ->
          of(
              execution,
              advice,
              steps,
              execution.fault() == null ? null : "BackendFault",
              execution.fault(),
              List.of(),
              null,
              null);
    };
  }

  private static ExecutionAnswer of(
      Execution execution,
      List<ReasonAnswer> advice,
      List<StepAnswer> steps,
      @Nullable String error,
      @Nullable String message,
      List<ReasonAnswer> reasons,
      @Nullable String faceId,
      @Nullable PhotoAnswer thumbnail) {
    return new ExecutionAnswer(
        execution.id().toString(),
        execution.submission().rider().value(),
        execution.status(),
        error,
        message,
        reasons,
        advice,
        faceId,
        PhotoAnswer.of(execution.submission().photo()),
        thumbnail,
        steps,
        execution.startedAt(),
        execution.endedAt(),
        tag(execution.submission().language()),
        ConsentAnswer.ofNullable(execution.submission().consent()),
        null,
        null);
  }

  private static @Nullable String tag(@Nullable Language language) {
    return language == null ? null : language.tag();
  }

  /**
   * The answer to who started the execution. Who waited for its end in vain is answered as who did
   * not wait.
   */
  public static HttpResponse<ExecutionAnswer> started(Execution execution, boolean wait) {
    ExecutionAnswer answer = of(execution);
    URI location = URI.create("/v1/executions/" + execution.id());
    return wait && execution.status() != Status.RUNNING
        ? HttpResponse.ok(answer)
        : HttpResponse.<ExecutionAnswer>accepted(location).body(answer);
  }
}
