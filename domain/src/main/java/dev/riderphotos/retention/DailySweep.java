package dev.riderphotos.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Sweeps once a day, by UTC, whichever of the processes that share the data comes first, and one at
 * a time: under a lease that each step renews. A sweep that is cut short counts for nothing, and is
 * begun anew by whoever looks next.
 */
public final class DailySweep {
  /** After this a sweeper who was not heard of is taken for dead; no step takes so long. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private final Sweeps sweeps;
  private final SweepRetention retention;
  private final InstantSource clock;
  private final String me = UUID.randomUUID().toString();

  public DailySweep(Sweeps sweeps, SweepRetention retention, InstantSource clock) {
    this.sweeps = sweeps;
    this.retention = retention;
    this.clock = clock;
  }

  /** Sweeps, unless that was done today; empty if it was, or another is about to. */
  public Optional<Swept> sweepIfDue(BooleanSupplier goesOn) {
    LocalDate today = day(clock.instant());
    return sweeps.last().filter(last -> !day(last).isBefore(today)).isPresent()
        ? Optional.empty()
        : sweepNow(goesOn);
  }

  /** Sweeps, whenever that was done last; empty if another is about to. */
  public Optional<Swept> sweepNow(BooleanSupplier goesOn) {
    Instant begun = clock.instant();
    if (!take()) {
      return Optional.empty();
    }
    try {
      Swept swept = retention.sweep(() -> goesOn.getAsBoolean() && take());
      if (swept.complete()) {
        sweeps.done(begun);
      }
      return Optional.of(swept);
    } finally {
      sweeps.release(me);
    }
  }

  private boolean take() {
    Instant now = clock.instant();
    return sweeps.take(me, now, now.plus(LEASE));
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
