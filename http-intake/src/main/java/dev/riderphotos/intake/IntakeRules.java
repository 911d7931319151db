package dev.riderphotos.intake;

import java.time.Duration;

/**
 * How bodies may come in.
 *
 * @param time in which a body must be complete; counted in whole seconds
 * @param rate bytes a second, over any {@link #SPAN}, that its sender must keep up
 * @param bodies that may be on their way at once
 * @param perCaller how many of them may be of one caller
 */
public record IntakeRules(Duration time, long rate, int bodies, int perCaller) {
  /** Over which senders are held to the rate: a phone may lose its network for a moment. */
  public static final Duration SPAN = Duration.ofSeconds(20);

  public IntakeRules {
    if (time.toSeconds() < 1) {
      throw new IllegalArgumentException("a body has at least a second to come in");
    }
    if (rate < 0) {
      throw new IllegalArgumentException("the rate is not negative");
    }
    if (bodies < 1 || perCaller < 1) {
      throw new IllegalArgumentException("at least one body may be on its way");
    }
  }
}
