package dev.riderphotos.review;

import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Submission;

/** Verifies a photo once more that is kept already. */
public interface VerifyAgain {
  /**
   * Begins an execution, which goes on by itself. One of this id that was begun before is not begun
   * again. Faults are {@link dev.riderphotos.BackendException}s; it may have been begun then.
   */
  void verify(ExecutionId id, Submission submission);
}
