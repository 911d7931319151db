package dev.riderphotos.app.wiring;

import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.event.Buckets;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Events, and what is told of them by which bucket. */
@Factory
final class EventFactory {
  static final String EXECUTOR = "events";

  @Singleton
  @Named(EXECUTOR)
  @Bean(preDestroy = "shutdown")
  ExecutorService executor(Settings.Events events) {
    return Executors.newFixedThreadPool(
        events.concurrent(), Thread.ofPlatform().name("event-", 1).daemon().factory());
  }

  /** Collects the buckets of all features. */
  @Singleton
  Buckets buckets(List<Bucket> kept) {
    return Buckets.of(kept);
  }

  @Singleton
  BucketOwners owners(Buckets buckets) {
    return new BucketOwners(buckets);
  }
}
