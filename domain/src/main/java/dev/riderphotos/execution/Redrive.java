package dev.riderphotos.execution;

/** The request to run a failed execution again is granted, or refused. */
public sealed interface Redrive {
  /** It begins anew, from its first state. */
  record Redriven(Execution execution) implements Redrive {}

  /** It has not failed, or was redriven already: nothing was done. */
  record NotFailed(Status status) implements Redrive {}
}
