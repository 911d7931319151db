package dev.riderphotos.event;

import java.time.Duration;

/**
 * How patiently events are delivered.
 *
 * @param attempts until an event is a dead letter
 * @param delay before the second attempt; doubled each time
 */
public record EventSettings(int attempts, Duration delay) {
  public static final EventSettings DEFAULT = new EventSettings(5, Duration.ofSeconds(2));

  public EventSettings {
    if (attempts < 1 || !delay.isPositive()) {
      throw new IllegalArgumentException("At least one attempt, and a pause that is not nothing");
    }
  }

  /** The pause after so many attempts failed. */
  public Duration pauseAfter(int failed) {
    return delay.multipliedBy(1L << Math.min(failed - 1, 20));
  }
}
