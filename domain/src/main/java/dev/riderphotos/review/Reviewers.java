package dev.riderphotos.review;

/**
 * Who may decide. Each answer is as of the moment. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface Reviewers {
  /** Whether this one still may: not if the key was revoked that they decided with. */
  boolean mayReview(Reviewer reviewer);

  /** Whether there are two or more operators, so that two can be asked for what is grave. */
  boolean several();
}
