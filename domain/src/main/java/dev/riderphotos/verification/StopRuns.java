package dev.riderphotos.verification;

import dev.riderphotos.Conflict;
import dev.riderphotos.Retries;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.StateMachine;
import java.util.List;
import java.util.Optional;

/**
 * Stops executions that a state machine runs. Whoever settles them is told by the state machine,
 * and writes it into the journal: that is waited for.
 */
public final class StopRuns {
  private static final String CAUSE = "The rider is erased";

  private final StateMachine machine;
  private final Executions executions;
  private final Retries looks;

  /**
   * Stops runs of this state machine.
   *
   * @param looks how often, and how long in all, the journal is looked at
   */
  public StopRuns(StateMachine machine, Executions executions, Retries looks) {
    this.machine = machine;
    this.executions = executions;
    this.looks = looks;
  }

  /**
   * Stops all of them, which state machines hold. May be repeated.
   *
   * @return whether they are finished; if not, it was waited for as long as it may be
   */
  boolean stop(List<Execution> held) {
    for (Execution execution : held) {
      ExecutionArn run = execution.heldBy();
      if (run != null) {
        machine.stop(run, CAUSE);
      }
    }
    try {
      return looks.call(_ -> settled(held));
    } catch (Conflict underWay) {
      return false;
    }
  }

  private boolean settled(List<Execution> held) {
    for (Execution execution : held) {
      Optional<Execution> now = executions.find(execution.id());
      if (now.filter(Execution::unfinished).isPresent()) {
        throw new Conflict("stop a run of the state machine");
      }
    }
    return true;
  }
}
