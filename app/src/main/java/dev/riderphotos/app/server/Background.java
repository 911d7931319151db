package dev.riderphotos.app.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows all that is done repeatedly, and counts what fails of it. */
@Singleton
public final class Background {
  private final MeterRegistry meters;
  private final InstantSource clock;
  private final List<Repeatedly> all = new CopyOnWriteArrayList<>();

  Background(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** Makes a {@link Repeatedly} that is counted and watched. */
  Repeatedly repeatedly(String what, Pace pace, Runnable work) {
    Counter failures = meters.counter("rider.photos.background.failures", "work", what);
    Repeatedly repeatedly = new Repeatedly(what, pace, work, failures::increment, clock);
    all.add(repeatedly);
    return repeatedly;
  }

  List<Repeatedly> all() {
    return all;
  }
}
