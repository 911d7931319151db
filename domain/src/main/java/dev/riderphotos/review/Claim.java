package dev.riderphotos.review;

import java.time.Instant;

/** A reviewer looks at the case until then, and others take the next. */
public record Claim(Reviewer reviewer, Instant until) {
  /** Whether this reviewer is to leave the case to somebody else. */
  public boolean keepsOut(Reviewer other, Instant now) {
    return !reviewer.equals(other) && now.isBefore(until);
  }
}
