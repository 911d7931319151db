package dev.riderphotos.web.verification;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.rider.RiderProfile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a rider.
 *
 * @param profile of a rider who is verified
 * @param since when that was; null if the execution is not known any more
 * @param last of the rider's executions
 * @param decided when people last decided about the rider, and it was carried out
 */
record Standing(
    @Nullable RiderProfile profile,
    @Nullable Instant since,
    @Nullable Execution last,
    @Nullable Instant decided) {
  /**
   * Whether the last photo shows the face by which the rider is verified, so that there is no more
   * to say.
   */
  boolean settled() {
    return profile != null && (last == null || last.status() == Status.VERIFIED || isOwn(last));
  }

  /** Whether it was refused because its face is the one by which the rider is verified. */
  static boolean isOwn(Execution execution) {
    return execution.status() == Status.REJECTED
        && execution.verdict() instanceof Verdict.Rejected rejected
        && rejected.own();
  }
}
