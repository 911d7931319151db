package dev.riderphotos.execution;

/**
 * Another process has taken an execution over, because this one was thought to be dead. Whoever
 * meets it stops at once and undoes nothing: what was done is the other's now.
 */
public final class TakenOverException extends CutShortException {
  public TakenOverException(ExecutionId id) {
    super("Another process has taken over execution " + id);
  }
}
