package dev.riderphotos.execution;

import java.time.Duration;

/**
 * Step Functions' name for one run of a state machine: {@code
 * arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME}. Of one name in one state machine there is
 * one run at a time.
 */
public record ExecutionArn(String value) {
  /** So long after its end Step Functions keeps what went through a run. Nobody can delete it. */
  public static final Duration KEPT = Duration.ofDays(90);

  /**
   * The name that Step Functions gave, or will give.
   *
   * @throws IllegalArgumentException if it names no run of a state machine
   */
  public ExecutionArn {
    if (!value.matches(
        "arn:[a-z-]+:states:[a-z0-9-]*:[0-9]*:execution:[^:\\s]{1,80}:[^:\\s]{1,80}")) {
      throw new IllegalArgumentException("Not the ARN of an execution of Step Functions");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
