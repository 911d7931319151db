package dev.riderphotos.verification;

import dev.riderphotos.Retries;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.StateMachine;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  /** Which runs this process had started: once is enough, however long they take. */
  private final Set<ExecutionArn> started = ConcurrentHashMap.newKeySet();

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
    ExecutionArn run = execution.heldBy();
    if (run == null) {
      return here.run(id);
    }
    if (execution.status() == Status.RUNNING) {
      boolean _ = retries.call(_ -> begin(execution, run));
    }
    return execution;
  }

  private boolean begin(Execution execution, ExecutionArn run) {
    machine.start(execution);
    return started.add(run);
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
    List<Execution> running =
        executions.heldByStateMachines().stream()
            .filter(execution -> execution.status() == Status.RUNNING)
            .toList();
    started.retainAll(running.stream().map(Execution::heldBy).collect(Collectors.toSet()));
    return Stream.concat(
            executions.unfinished().stream(),
            running.stream().filter(this::isPerhapsNotStarted).map(Execution::id))
        .toList();
  }

  private boolean isPerhapsNotStarted(Execution execution) {
    return !started.contains(execution.heldBy())
        && execution.startedAt().plus(BEGINNING).isBefore(clock.instant());
  }

  private Execution find(ExecutionId id) {
    return executions
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No such execution: " + id));
  }
}
