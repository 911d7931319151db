package dev.riderphotos.app.server;

import dev.riderphotos.retention.Kept;
import dev.riderphotos.retention.RetentionWatcher;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Counts what goes when its term is over, from the first on. */
@Singleton
final class MeteringRetention implements RetentionWatcher {
  private final Map<Kept, Counter> deleted = new EnumMap<>(Kept.class);
  private final Counter told;

  MeteringRetention(MeterRegistry meters) {
    for (Kept kept : Kept.values()) {
      deleted.put(
          kept,
          Counter.builder("rider.photos.retention.deleted")
              .description("What was kept for its term, and is deleted")
              .tag("kind", kept.name())
              .register(meters));
    }
    this.told =
        Counter.builder("rider.photos.retention.told")
            .description("Riders who were told that they were not here for long")
            .register(meters);
  }

  @Override
  public void deleted(Kept kept) {
    Counter counter = deleted.get(kept);
    if (counter != null) {
      counter.increment();
    }
  }

  @Override
  public void told() {
    told.increment();
  }
}
