package dev.riderphotos.rekognition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Throttles requests: so many a second, of which those of one second may come at once. */
public final class RequestRate {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private final double perSecond;
  private final InstantSource clock;
  private double available;
  private Instant filled;

  /**
   * Starts full.
   *
   * @param perSecond 0 for as many as come
   */
  public RequestRate(double perSecond, InstantSource clock) {
    if (!(perSecond >= 0 && Double.isFinite(perSecond))) {
      throw new IllegalArgumentException("a rate is a number from 0 on");
    }
    this.perSecond = perSecond;
    this.clock = clock;
    this.available = most();
    this.filled = clock.instant();
  }

  /** Returns if there is room for one request more, which is taken. */
  synchronized void take() {
    if (perSecond == 0) {
      return;
    }
    Instant now = clock.instant();
    double since = Math.max(0, Duration.between(filled, now).toNanos() / NANOS);
    available = Math.min(most(), available + since * perSecond);
    filled = now;
    if (available < 1) {
      throw RekognitionException.throttled();
    }
    available--;
  }

  private double most() {
    return Math.max(1, perSecond);
  }
}
