package dev.riderphotos.execution;

import dev.riderphotos.face.FaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state's part of an execution.
 *
 * @param attempts how often it was begun, since the execution was started
 * @param output what it left, once it ended well
 * @param error of the last attempt that did not end well: an error's name or a backend's sentence
 */
public record Step(
    State state,
    Outcome outcome,
    Instant startedAt,
    @Nullable Instant endedAt,
    int attempts,
    @Nullable StepOutput output,
    @Nullable String error) {

  /** Where a step stands. */
  public enum Outcome {
    RUNNING,
    SUCCEEDED,
    /** The step ended with a verdict against the photo. */
    REJECTED,
    /** The step ended with a fault. */
    FAILED
  }

  public static Step begun(State state, Instant now) {
    return new Step(state, Outcome.RUNNING, now, null, 1, null, null);
  }

  /** Another attempt; a step that had ended, in a run that was cut short, begins anew. */
  public Step again(Instant now) {
    Instant since = outcome == Outcome.RUNNING ? startedAt : now;
    return new Step(state, Outcome.RUNNING, since, null, attempts + 1, null, error);
  }

  public Step failing(String reason) {
    return new Step(state, outcome, startedAt, endedAt, attempts, output, reason);
  }

  public Step leaving(@Nullable StepOutput left) {
    return new Step(state, outcome, startedAt, endedAt, attempts, left, error);
  }

  Step forgetting(FaceId face) {
    return output == null
        ? this
        : new Step(state, outcome, startedAt, endedAt, attempts, output.forgetting(face), error);
  }

  public Step ended(
      Outcome end, Instant now, @Nullable StepOutput result, @Nullable String reason) {
    return new Step(state, end, startedAt, now, attempts, result, reason);
  }
}
