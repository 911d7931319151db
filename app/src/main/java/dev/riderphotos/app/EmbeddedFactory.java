package dev.riderphotos.app;

import dev.riderphotos.drink.DrinkPhotos;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.Database;
import dev.riderphotos.embedded.EngineFaceAnalysis;
import dev.riderphotos.embedded.EngineFaceCollection;
import dev.riderphotos.embedded.EngineFaceCollections;
import dev.riderphotos.embedded.EngineFaceDetector;
import dev.riderphotos.embedded.FilePhotoStore;
import dev.riderphotos.embedded.LoadedCollections;
import dev.riderphotos.embedded.MailboxRiderNotifier;
import dev.riderphotos.embedded.SignedObjects;
import dev.riderphotos.embedded.SigningKey;
import dev.riderphotos.embedded.SqliteDrinkPhotos;
import dev.riderphotos.embedded.SqliteExecutions;
import dev.riderphotos.embedded.SqliteOutbox;
import dev.riderphotos.embedded.SqliteRiderProfiles;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.verification.Executions;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;

/** The ports on one machine. */
@Factory
@Requires(property = Backends.PROPERTY, value = Backends.EMBEDDED)
final class EmbeddedFactory {
  @Singleton
  @Bean(preDestroy = "close")
  Database database(DataFolder folder) {
    return Database.open(folder);
  }

  @Singleton
  @Bean(preDestroy = "close")
  LoadingEngines engines(Settings.Faces faces) {
    return new LoadingEngines(faces.version());
  }

  @Singleton
  EngineFaceDetector detector(LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceDetector(() -> engines.apply(faces.version()));
  }

  @Singleton
  EngineFaceAnalysis analysis(LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceAnalysis(() -> engines.apply(faces.version()));
  }

  @Singleton
  LoadedCollections loadedCollections(Database database, InstantSource clock) {
    return new LoadedCollections(database, clock);
  }

  @Singleton
  EngineFaceCollections collections(
      LoadedCollections loaded, LoadingEngines engines, Settings.Faces faces) {
    return new EngineFaceCollections(loaded, engines, faces.version());
  }

  @Singleton
  EngineFaceCollection collection(
      LoadedCollections loaded, Settings.Faces faces, Settings.Riders riders) {
    return new EngineFaceCollection(
        loaded, faces.collectionId(), faces.version(), riders.duplicateRule());
  }

  @Singleton
  SqliteOutbox outbox(Database database, InstantSource clock) {
    return new SqliteOutbox(database, clock);
  }

  @Singleton
  FilePhotoStore photos(
      DataFolder folder,
      Database database,
      SqliteOutbox outbox,
      Settings.Riders riders,
      Settings.Drinks drinks) {
    Set<String> watched = Set.of(riders.photoBucket(), drinks.photoBucket());
    return new FilePhotoStore(folder, database, outbox, watched);
  }

  @Singleton
  SignedObjects objects(DataFolder folder, FilePhotoStore photos, InstantSource clock) {
    return new SignedObjects(folder, photos, SigningKey.open(folder), clock);
  }

  @Singleton
  DrinkPhotos catalogue(Database database) {
    return new SqliteDrinkPhotos(database);
  }

  @Singleton
  RiderProfiles profiles(Database database) {
    return new SqliteRiderProfiles(database);
  }

  @Singleton
  Executions executions(Database database) {
    return new SqliteExecutions(database);
  }

  @Singleton
  MailboxRiderNotifier notifier(DataFolder folder, InstantSource clock) {
    return new MailboxRiderNotifier(folder, clock);
  }
}
