package dev.riderphotos.execution;

/** What came of asking for a failed execution to be run again. */
public sealed interface Redrive {
  /** It begins anew, from its first state. */
  record Redriven(Execution execution) implements Redrive {}

  /** It has not failed, or was redriven already: nothing was done. */
  record NotFailed(Status status) implements Redrive {}
}
