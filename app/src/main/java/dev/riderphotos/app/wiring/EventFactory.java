package dev.riderphotos.app.wiring;

import dev.riderphotos.drink.DrinkSettings;
import dev.riderphotos.drink.RecordDrinkPhoto;
import dev.riderphotos.drink.Recording;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.extraction.ExtractArrivedFaces;
import dev.riderphotos.extraction.Extraction;
import dev.riderphotos.gallery.IndexArrivedPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.verification.VerifyArrivedPhoto;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Events, and who owns which bucket. */
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

  @Singleton
  BucketOwners owners(
      RecordDrinkPhoto recording,
      VerifyArrivedPhoto arrival,
      ExtractArrivedFaces extraction,
      IndexArrivedPhoto indexing,
      DrinkSettings drinks,
      RiderSettings riders,
      Settings.Extraction pictures,
      Settings.Gallery gallery) {
    return new BucketOwners(
        Map.of(
            drinks.photoBucket(),
            event -> {
              Recording _ = recording.record(event);
            },
            riders.photoBucket(),
            event -> {
              Optional<ExecutionId> _ = arrival.verify(event);
            },
            pictures.inputBucket(),
            event -> {
              Optional<Extraction> _ = extraction.extract(event);
            },
            gallery.bucket(),
            event -> {
              Optional<PhotoIndexing> _ = indexing.index(event);
            }));
  }
}
