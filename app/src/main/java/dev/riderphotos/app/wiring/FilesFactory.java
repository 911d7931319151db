package dev.riderphotos.app.wiring;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.files.BucketExtractionStore;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.files.SignedObjects;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteOutbox;
import dev.riderphotos.event.Bucket;
import dev.riderphotos.event.BucketOwners;
import dev.riderphotos.event.Buckets;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.event.EventWatcher;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;

/** Photos as files, and what is told of those that arrive. */
@Factory
@Requires(property = Adapters.PHOTOS, value = FilesFactory.NAME)
final class FilesFactory {
  static final String NAME = "files";
  static final String EVENTS = "outbox";

  @Singleton
  SqliteOutbox outbox(Database database, InstantSource clock) {
    return new SqliteOutbox(database, clock);
  }

  @Singleton
  FilePhotoStore photos(
      DataFolder folder, Database database, SqliteOutbox outbox, Buckets buckets) {
    Set<String> watched =
        buckets.watched().stream().map(Bucket::name).collect(Collectors.toUnmodifiableSet());
    return new FilePhotoStore(folder, database, outbox, watched);
  }

  @Singleton
  BucketExtractionStore extractions(
      FilePhotoStore photos, Database database, Settings.Extraction extraction) {
    return new BucketExtractionStore(photos, database, extraction.outputBucket());
  }

  @Singleton
  SignedObjects objects(
      DataFolder folder, FilePhotoStore photos, SigningKey key, InstantSource clock) {
    return new SignedObjects(folder, photos, key, clock);
  }

  @Singleton
  EventDispatcher dispatcher(
      SqliteOutbox outbox,
      BucketOwners owners,
      Settings.Events events,
      EventWatcher watcher,
      @Named(EventFactory.EXECUTOR) ExecutorService executor,
      InstantSource clock) {
    return new EventDispatcher(outbox, owners, events.settings(), watcher, executor, clock);
  }
}
