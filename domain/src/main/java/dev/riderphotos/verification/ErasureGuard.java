package dev.riderphotos.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.rider.RiderId;
import java.util.List;

/**
 * Begins nothing for riders who are to be erased, and erases them when what runs of theirs has
 * ended.
 */
public final class ErasureGuard implements WorkflowEngine {
  private final WorkflowEngine engine;
  private final Executions executions;
  private final ErasureWishes wishes;
  private final EraseRider erasing;

  public ErasureGuard(
      WorkflowEngine engine, Executions executions, ErasureWishes wishes, EraseRider erasing) {
    this.engine = engine;
    this.executions = executions;
    this.wishes = wishes;
    this.erasing = erasing;
  }

  /**
   * Begins it.
   *
   * @throws BeingErasedException if the rider is to be erased
   */
  @Override
  public Execution start(ExecutionId id, Submission submission) {
    mustStay(submission.rider());
    return engine.start(id, submission);
  }

  @Override
  public void leave(ExecutionId id, RuntimeException fault) {
    engine.leave(id, fault);
  }

  @Override
  public Execution run(ExecutionId id) {
    Execution execution = engine.run(id);
    if (!execution.unfinished()) {
      erasing.carryOut(execution.submission().rider());
    }
    return execution;
  }

  /**
   * Begins it anew.
   *
   * @throws BeingErasedException if the rider is to be erased
   */
  @Override
  public Redrive redrive(ExecutionId id) {
    executions.find(id).ifPresent(execution -> mustStay(execution.submission().rider()));
    return engine.redrive(id);
  }

  @Override
  public List<ExecutionId> left() {
    return engine.left();
  }

  private void mustStay(RiderId rider) {
    if (wishes.contain(rider)) {
      throw new BeingErasedException();
    }
  }
}
