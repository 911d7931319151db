package dev.riderphotos.review;

/** Where a case stands. */
public enum CaseState {
  /** It waits for people. */
  OPEN,
  /** It is decided, and nothing is done yet: the decision can be undone. */
  DECIDED,
  /** What follows of the decision is being done. */
  UNDER_WAY,
  /** It has an {@link Outcome}. */
  CLOSED
}
