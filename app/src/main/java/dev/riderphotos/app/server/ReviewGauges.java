package dev.riderphotos.app.server;

import dev.riderphotos.review.Cases;
import dev.riderphotos.review.Cases.Backlog;
import dev.riderphotos.review.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** How many cases wait for people, and for how long the oldest does. */
@Singleton
final class ReviewGauges {
  private final Cases cases;
  private final InstantSource clock;

  private final MeterRegistry meters;

  ReviewGauges(Cases cases, InstantSource clock, MeterRegistry meters) {
    this.cases = cases;
    this.clock = clock;
    this.meters = meters;
  }

  /** From now on both are told. */
  void show() {
    for (Kind kind : Kind.values()) {
      Gauge.builder("rider.photos.reviews.open", () -> open(kind))
          .description("Cases that wait for people")
          .tag("kind", kind.name())
          .register(meters);
    }
    TimeGauge.builder("rider.photos.reviews.oldest", this::age, TimeUnit.SECONDS)
        .description("For how long the oldest of them waits")
        .register(meters);
  }

  private long open(Kind kind) {
    return cases.backlog().open().getOrDefault(kind, 0L);
  }

  private long age() {
    Backlog backlog = cases.backlog();
    Instant oldest = backlog.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toSeconds();
  }
}
