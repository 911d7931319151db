package dev.riderphotos.testkit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Goes on by a millisecond whenever it is asked. */
public final class TickingClock implements InstantSource {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicLong ticks = new AtomicLong();

  @Override
  public Instant instant() {
    return START.plusMillis(ticks.getAndIncrement());
  }
}
