package dev.riderphotos.verification;

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
    /** Ended with a verdict against the photo. */
    REJECTED,
    /** Ended with a fault. */
    FAILED
  }

  static Step begun(State state, Instant now, int attempts) {
    return new Step(state, Outcome.RUNNING, now, null, attempts, null, null);
  }

  Step tried(int nextAttempt, String lastError) {
    return new Step(state, Outcome.RUNNING, startedAt, null, nextAttempt, null, lastError);
  }

  Step ended(Outcome end, Instant now, @Nullable StepOutput result, @Nullable String reason) {
    return new Step(state, end, startedAt, now, attempts, result, reason);
  }
}
