package dev.riderphotos.lambda;

import dev.riderphotos.Retries;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.testkit.EngineUnderTest;
import dev.riderphotos.testkit.ImmediateRetries;
import dev.riderphotos.testkit.Ports;
import dev.riderphotos.verification.RunOnStateMachine;
import dev.riderphotos.verification.WorkflowEngine;
import java.util.List;

/** Runs the domain's scenarios on the interpreted state machine, with the functions on fakes. */
public final class OnStepFunctions implements EngineUnderTest {
  @Override
  public WorkflowEngine engine(Ports ports, RiderSettings settings) {
    StateFunctions functions =
        new StateFunctions(ports.separateStates(settings), settings.photoBucket());
    return new Synchronous(
        new RunOnStateMachine(
            new StateMachineUnderTest(functions),
            ports.verifyRiderPhoto(settings),
            ports.executions(),
            ports.retries(),
            ports.clock()),
        ports);
  }

  /** The state machine has ended when it was started, so that the end can be read. */
  private record Synchronous(RunOnStateMachine engine, Ports ports) implements WorkflowEngine {
    private static final Retries RETRIES = new ImmediateRetries();

    @Override
    public Execution start(ExecutionId id, Submission submission) {
      return engine.start(id, submission);
    }

    @Override
    public void leave(ExecutionId id, RuntimeException fault) {
      engine.leave(id, fault);
    }

    @Override
    public Execution run(ExecutionId id) {
      Execution _ = engine.run(id);
      return RETRIES.call(_ -> ports.executions().find(id).orElseThrow());
    }

    @Override
    public Redrive redrive(ExecutionId id) {
      return engine.redrive(id);
    }

    @Override
    public List<ExecutionId> left() {
      return ports.executions().heldByStateMachines().stream().map(Execution::id).toList();
    }
  }
}
