package dev.riderphotos.testkit;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.StateMachine;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what it is asked, and runs nothing unless a test says how. */
public final class RecordingStateMachine implements StateMachine {
  private static final String RUNS =
      "arn:aws:states:eu-central-1:123456789012:execution:rider-photos:";

  private final List<ExecutionArn> asked = new CopyOnWriteArrayList<>();
  private final List<ExecutionArn> stopped = new CopyOnWriteArrayList<>();
  private volatile Consumer<Execution> work = _ -> {};
  private volatile Consumer<ExecutionArn> stopping = _ -> {};

  /** From now on a run that is started does this before the call returns; each run once. */
  public void eachRun(Consumer<Execution> does) {
    work = does;
  }

  /** From now on this is done about a run that is stopped. */
  public void eachStop(Consumer<ExecutionArn> does) {
    stopping = does;
  }

  /** Each time that a run was to be started. */
  public List<ExecutionArn> asked() {
    return List.copyOf(asked);
  }

  /** Each time that a run was to be stopped. */
  public List<ExecutionArn> stopped() {
    return List.copyOf(stopped);
  }

  @Override
  public ExecutionArn arn(ExecutionId id, int redrives) {
    return new ExecutionArn("%s%s-%d".formatted(RUNS, id, redrives + 1));
  }

  @Override
  public void start(Execution execution) {
    ExecutionArn run = Objects.requireNonNull(execution.heldBy());
    boolean first = !asked.contains(run);
    asked.add(run);
    if (first) {
      work.accept(execution);
    }
  }

  @Override
  public void stop(ExecutionArn run, String cause) {
    stopped.add(run);
    stopping.accept(run);
  }
}
