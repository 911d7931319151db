package dev.riderphotos.app.server;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.EventWatcher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts and logs what goes wrong with events, by event id; never a key. */
@Singleton
final class MeteringEventWatcher implements EventWatcher {
  private static final Logger LOG = LoggerFactory.getLogger("dev.riderphotos.event");

  private final MeterRegistry meters;

  MeteringEventWatcher(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public void postponed(EventId id, RuntimeException fault) {
    meters.counter("rider.photos.events.postponed").increment();
    LOG.warn("Event {} failed, to be tried again: {}", id, fault.getMessage(), fault);
  }

  @Override
  public void buried(EventId id, RuntimeException fault) {
    meters.counter("rider.photos.events.dead").increment();
    LOG.error("Event {} is a dead letter: {}", id, fault.getMessage(), fault);
  }
}
