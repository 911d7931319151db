package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.Retries;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Has a state machine run the workflow. The journal names the run that holds an execution before
 * that run is started, so that whoever finds it not started can start it: of one name there is one.
 *
 * <p>What a process began, because the workflow was run in one before, ends in one.
 */
public final class RunOnStateMachine implements WorkflowEngine {
  /** Until then who began an execution may still be keeping its photo. */
  private static final Duration BEGINNING = Duration.ofMinutes(1);

  private final StateMachine machine;
  private final RunVerification here;
  private final Executions executions;
  private final Retries retries;
  private final InstantSource clock;

  public RunOnStateMachine(
      StateMachine machine,
      RunVerification here,
      Executions executions,
      Retries retries,
      InstantSource clock) {
    this.machine = machine;
    this.here = here;
    this.executions = executions;
    this.retries = retries;
    this.clock = clock;
  }

  @Override
  public Execution start(ExecutionId id, Submission submission) {
    return executions.start(
        Execution.started(id, submission, clock.instant()).heldBy(machine.arn(id, 0)));
  }

  /** Nobody here holds it; what was begun is started when somebody looks for what was left. */
  @Override
  public void leave(ExecutionId id, RuntimeException fault) {
    here.leave(id, fault);
  }

  @Override
  public Execution run(ExecutionId id) {
    Execution execution = retries.call(_ -> find(id));
    if (execution.heldBy() == null) {
      return here.run(id);
    }
    if (execution.status() == Status.RUNNING) {
      retries.call(
          _ -> {
            machine.start(execution);
            return execution;
          });
    }
    return execution;
  }

  @Override
  public Redrive redrive(ExecutionId id) {
    Execution failed = find(id);
    if (failed.status() != Status.FAILED) {
      return new Redrive.NotFailed(failed.status());
    }
    Execution redriven = failed.redriven();
    Execution begun = redriven.heldBy(machine.arn(id, redriven.redrives()));
    return executions.redrive(begun)
        ? new Redrive.Redriven(begun)
        : new Redrive.NotFailed(find(id).status());
  }

  @Override
  public List<ExecutionId> left() {
    return Stream.concat(
            executions.unfinished().stream(),
            executions.heldByStateMachines().stream()
                .filter(execution -> execution.status() == Status.RUNNING)
                .filter(
                    execution -> execution.startedAt().plus(BEGINNING).isBefore(clock.instant()))
                .map(Execution::id))
        .toList();
  }

  private Execution find(ExecutionId id) throws BackendException {
    return executions
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No such execution: " + id));
  }
}
