package dev.riderphotos.execution;

/** Sees what executions do, to count and log it. Must not throw, and must not take long. */
public interface ExecutionWatcher {
  /** A step has ended, well or not. */
  void stepEnded(ExecutionId id, Step step);

  /** The execution has ended, or what it did was cleaned up later. */
  void executionEnded(Execution execution);

  /** A backend's fault made an execution leave something undone; it will be tried again. */
  void postponed(ExecutionId id, RuntimeException fault);
}
