package dev.riderphotos.execution;

/**
 * Where an execution stands. Only {@link #RUNNING} changes, and {@link #FAILED} when it is
 * redriven.
 */
public enum Status {
  RUNNING,
  /** The photo is good, and the profile written. */
  VERIFIED,
  /** The photo was refused; the execution did what it should. */
  REJECTED,
  /**
   * A backend was broken; nothing of the execution remains but its photo, which may be redriven.
   */
  FAILED
}
