package dev.riderphotos.app.migration;

import dev.failsafe.RateLimiter;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.migration.Pace;
import java.time.Duration;

/** Spreads calls evenly over time, by Failsafe's rate limiter. */
final class FailsafePace implements Pace {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 6;

  private final RateLimiter<Object> limiter;

  /** Lets so many through in a second, never two at once. */
  FailsafePace(int tps) {
    limiter = RateLimiter.smoothBuilder(tps, Duration.ofSeconds(1)).build();
  }

  @Override
  public void await() {
    try {
      limiter.acquirePermit();
    } catch (InterruptedException ending) {
      throw stopped();
    }
  }

  /** Half a second, and twice as long each time, up to half a minute. */
  @Override
  public void rest(int failures) {
    try {
      Thread.sleep(FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS)));
    } catch (InterruptedException ending) {
      throw stopped();
    }
  }

  private static StoppedException stopped() {
    Thread.currentThread().interrupt();
    return new StoppedException();
  }
}
