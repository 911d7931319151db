package dev.riderphotos.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Submission;
import java.util.List;

/** What brings executions from state to state: this process, or a state machine elsewhere. */
public interface WorkflowEngine {
  /**
   * Begins an execution, without running it. Starting one that is there already changes nothing.
   * What fails is not tried again, for somebody waits.
   */
  Execution start(ExecutionId id, Submission submission);

  /** Lets go of an execution because of a fault, so that whoever looks next brings it to an end. */
  void leave(ExecutionId id, RuntimeException fault);

  /**
   * Runs the execution to its end, or what is left of it, or has others run it: then is returned
   * how it stands, which need not be its end. Not to be called for the same execution twice at
   * once.
   *
   * @throws IllegalArgumentException if there is no such execution
   * @throws dev.riderphotos.BackendException if the journal is out of order, or who should run it;
   *     the execution goes on when it is run again
   */
  Execution run(ExecutionId id);

  /**
   * Begins a failed execution anew, without running it: what it did was undone, so it will run from
   * its first state. What fails is not tried again, for somebody waits.
   *
   * @throws IllegalArgumentException if there is no such execution
   */
  Redrive redrive(ExecutionId id);

  /** What nobody runs any more, or perhaps nobody began to: to be run by whoever asks. */
  List<ExecutionId> left();
}
