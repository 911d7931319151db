package dev.riderphotos.testkit;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Step;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it saw. */
public final class RecordingWatcher implements ExecutionWatcher {
  private final List<Step> steps = new CopyOnWriteArrayList<>();
  private final List<Execution> ended = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();

  @Override
  public void stepEnded(ExecutionId id, Step step) {
    steps.add(step);
  }

  @Override
  public void executionEnded(Execution execution) {
    ended.add(execution);
  }

  @Override
  public void postponed(ExecutionId id, RuntimeException fault) {
    faults.add(fault);
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }

  public List<Execution> ended() {
    return List.copyOf(ended);
  }

  /** Why something was postponed. */
  public List<RuntimeException> faults() {
    return List.copyOf(faults);
  }
}
