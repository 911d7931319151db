package dev.riderphotos.app.server;

import java.time.Duration;

/**
 * How often something is done.
 *
 * @param every pause after a turn
 * @param afterFault pause after a turn that failed
 */
record Pace(Duration every, Duration afterFault) {
  private static final Duration SHORT = Duration.ofMinutes(1);

  static Pace every(Duration pause) {
    return new Pace(pause, pause);
  }

  /** Says for how long turns may fail until somebody should look. */
  Duration patience() {
    return SHORT.plus(afterFault.multipliedBy(3));
  }
}
