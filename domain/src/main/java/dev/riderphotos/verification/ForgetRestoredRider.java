package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.rider.RiderId;

/**
 * Erases a rider whom a backup has brought back, from records that nobody else uses. What was being
 * verified when the backup was made is brought to its end first: only then it is known what there
 * is to erase.
 */
public final class ForgetRestoredRider {
  private final RunVerification verification;
  private final Executions executions;
  private final ForgetRider forgetting;
  private final Announcements announcements;

  public ForgetRestoredRider(
      RunVerification verification,
      Executions executions,
      ForgetRider forgetting,
      Announcements announcements) {
    this.verification = verification;
    this.executions = executions;
    this.forgetting = forgetting;
    this.announcements = announcements;
  }

  /** May be repeated, and is harmless for a stranger. */
  public Erasure.Erased forget(RiderId rider) {
    for (Execution execution : RiderHistory.of(rider, executions)) {
      if (execution.unfinished()) {
        Execution _ = verification.run(execution.id());
      }
    }
    return switch (forgetting.forget(rider)) {
      case Erasure.Erased erased -> {
        announcements.forget(rider);
        yield erased;
      }
      case Erasure.Busy _ ->
          throw new BackendException(
              "erase a rider whose last photo is not dealt with",
              true,
              new IllegalStateException("it could not be tidied up"));
    };
  }
}
