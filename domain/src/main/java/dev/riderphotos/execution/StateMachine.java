package dev.riderphotos.execution;

/**
 * A state machine elsewhere that runs executions: Step Functions. Every call may be repeated;
 * faults are {@link dev.riderphotos.BackendException}s.
 */
public interface StateMachine {
  /** What its run of the execution is called, or will be: another name after each redrive. */
  ExecutionArn arn(ExecutionId id, int redrives);

  /**
   * Starts the run that {@link Execution#heldBy} names. Who asks twice starts once; one that has
   * ended is not started again.
   */
  void start(Execution execution);

  /** Ends the run at once, wherever it is; harmless if it has ended or never began. */
  void stop(ExecutionArn run, String cause);
}
