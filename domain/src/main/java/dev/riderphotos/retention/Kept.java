package dev.riderphotos.retention;

/** What is kept for a term. */
public enum Kept {
  /** The photos of executions that were refused or failed. */
  REFUSED_PHOTOS,
  /** The journal's executions. */
  EXECUTIONS,
  /** Cases that are closed. */
  CASES,
  /** Mail to riders that is here. */
  MAIL,
  /** Riders who are not heard of. */
  INACTIVE_RIDERS
}
