package dev.riderphotos.app.wiring;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.Retries;
import dev.riderphotos.queue.Pauses;
import java.time.Duration;
import java.util.function.IntFunction;

/** Retries in the calling thread, by Failsafe; others are told of its pauses. */
final class FailsafeRetries implements Retries {
  private static final double FACTOR = 2;

  private final FailsafeExecutor<Object> failsafe;
  private final Pauses pauses;

  /**
   * Pauses double from try to try.
   *
   * @param attempts in all, at least 1
   * @param delay before the second attempt
   */
  FailsafeRetries(int attempts, Duration delay, Pauses pauses) {
    this.pauses = pauses;
    Duration longest = Duration.ofMillis(delay.toMillis() << Math.min(attempts, 20));
    this.failsafe =
        Failsafe.with(
            RetryPolicy.builder()
                .handleIf(FailsafeRetries::mayPass)
                .withMaxRetries(attempts - 1)
                .withBackoff(delay, longest, FACTOR)
                .onRetryScheduled(_ -> pauses.begin())
                .build());
  }

  @Override
  @SuppressWarnings("unchecked") // what goes in comes out
  public <T> T call(IntFunction<T> attempt) {
    return (T) failsafe.get(context -> call(attempt, context.getAttemptCount() + 1));
  }

  private static boolean mayPass(Throwable fault) {
    return switch (fault) {
      case BackendException backend -> backend.retryable();
      case Conflict _ -> true;
      default -> false;
    };
  }

  private <T> T call(IntFunction<T> attempt, int number) {
    if (number > 1) {
      pauses.end();
    }
    return attempt.apply(number);
  }
}
