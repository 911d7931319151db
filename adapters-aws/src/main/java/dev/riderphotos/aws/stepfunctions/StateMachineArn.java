package dev.riderphotos.aws.stepfunctions;

import dev.riderphotos.execution.ExecutionArn;

/**
 * Step Functions' name for a state machine, without a version or an alias: {@code
 * arn:aws:states:REGION:ACCOUNT:stateMachine:NAME}. Its runs are called like it.
 */
public record StateMachineArn(String value) {
  private static final String KIND = ":stateMachine:";
  private static final String RUN_KIND = ":execution:";

  /**
   * The name that Step Functions gave.
   *
   * @throws IllegalArgumentException if it names no state machine
   */
  public StateMachineArn {
    if (!value.matches(
        "arn:[a-z-]+:states:[a-z0-9-]+:[0-9]{12}:stateMachine:[a-zA-Z0-9_-]{1,80}")) {
      throw new IllegalArgumentException(
          "a state machine is named as arn:aws:states:REGION:ACCOUNT:stateMachine:NAME");
    }
  }

  /** The one that a run is, or was, of. */
  static StateMachineArn of(ExecutionArn run) {
    String machine = run.value().substring(0, run.value().lastIndexOf(':'));
    return new StateMachineArn(machine.replace(RUN_KIND, KIND));
  }

  /** What its run of this name is called. */
  ExecutionArn run(String name) {
    return new ExecutionArn(runs() + name);
  }

  /** What the names of all its runs begin with. */
  String runs() {
    return value.replace(KIND, RUN_KIND) + ":";
  }
}
