package dev.riderphotos.embedded.files;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteOutbox;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.event.EventId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Photos as files, each named by the hash of its key: so no key can leave its bucket, be too long
 * or differ from another only in case. The keys themselves stand in the database, each at least as
 * long as its file.
 */
public final class FilePhotoStore implements PhotoStore, HealthChecked {
  private static final String NOTE =
      "insert into object (bucket, key, consent) values (?, ?, ?)"
          + " on conflict do update set consent = excluded.consent";
  private static final String CONSENT = "select consent from object where bucket = ? and key = ?";
  private static final String BEGINNING =
      "select key from object where bucket = ?1 and key >= ?2 and key < ?2 || char(1114111)";
  private static final String FORGET = "delete from object where bucket = ? and key = ?";

  private final DataFolder folder;
  private final Database database;
  private final SqliteOutbox outbox;
  private final Set<String> watched;

  /** A store that tells nobody of what arrives. */
  public FilePhotoStore(DataFolder folder, Database database) {
    this(folder, database, new SqliteOutbox(database, InstantSource.system()), Set.of());
  }

  /**
   * Makes a store.
   *
   * @param watched buckets whose arrivals are events
   */
  public FilePhotoStore(
      DataFolder folder, Database database, SqliteOutbox outbox, Set<String> watched) {
    this.folder = folder;
    this.database = database;
    this.outbox = outbox;
    this.watched = Set.copyOf(watched);
  }

  @Override
  public void put(PhotoRef ref, Photo photo) {
    folder.disk().requireRoom("write a photo", photo.bytes().length);
    arrive(ref, null, file -> AtomicFile.write(folder.temporary(), file, photo.bytes()));
  }

  /**
   * Moves the file to the object's place; it must be complete and on the disk.
   *
   * @param consent as the file's sender says
   */
  void put(PhotoRef ref, @Nullable String consent, Path part) {
    arrive(ref, consent, file -> AtomicFile.move(part, file));
  }

  private interface Placing {
    void at(Path file) throws IOException;
  }

  /**
   * The event is on the disk before the object and complete after it: wherever this is cut short,
   * no object is without one. An event without an object is harmless.
   */
  private void arrive(PhotoRef ref, @Nullable String consent, Placing placing) {
    Optional<EventId> event = announce(ref, consent);
    try {
      placing.at(fileOf(ref));
    } catch (IOException fault) {
      throw folder.disk().fault("write a photo", fault);
    } finally {
      event.ifPresent(outbox::complete);
    }
  }

  @Override
  public Optional<Photo> get(PhotoRef ref) {
    try (InputStream in = Files.newInputStream(fileOf(ref), LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Photo.read(in));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException fault) {
      throw folder.disk().fault("read a photo", fault);
    }
  }

  @Override
  public OptionalLong size(PhotoRef ref) {
    try {
      return OptionalLong.of(
          Files.readAttributes(fileOf(ref), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
              .size());
    } catch (NoSuchFileException absent) {
      return OptionalLong.empty();
    } catch (IOException fault) {
      throw folder.disk().fault("look at a photo", fault);
    }
  }

  @Override
  public Optional<String> consent(PhotoRef ref) {
    return database.read(
        "read what was said of a photo",
        connection ->
            Statements.query(
                    connection,
                    CONSENT,
                    row -> Optional.ofNullable(row.getString("consent")),
                    ref.bucket(),
                    ref.key())
                .stream()
                .findFirst()
                .flatMap(said -> said));
  }

  @Override
  public void delete(PhotoRef ref) {
    if (deleteIfThere(ref)) {
      forget(ref);
    }
  }

  private boolean deleteIfThere(PhotoRef ref) {
    try {
      return AtomicFile.delete(fileOf(ref));
    } catch (IOException fault) {
      throw folder.disk().fault("delete a photo", fault);
    }
  }

  /** Also forgets a key whose file was never put, or went before a crash. */
  @Override
  public int deleteAll(String bucket, String prefix) {
    List<PhotoRef> there =
        database.read(
            "look for photos",
            connection ->
                Statements.query(
                    connection,
                    BEGINNING,
                    row -> new PhotoRef(bucket, row.getString(1)),
                    bucket,
                    prefix));
    int deleted = 0;
    for (PhotoRef ref : there) {
      deleted += deleteIfThere(ref) ? 1 : 0;
      forget(ref);
    }
    return deleted;
  }

  @Override
  public String name() {
    return "photos (files)";
  }

  @Override
  public void check() {
    if (!Files.isWritable(folder.temporary())) {
      throw new BackendException(
          "write photos", true, new IOException("the data folder is not writable"));
    }
  }

  private Optional<EventId> announce(PhotoRef ref, @Nullable String consent) {
    return database.write(
        "note a key",
        connection -> {
          int _ = Statements.change(connection, NOTE, ref.bucket(), ref.key(), consent);
          return watched.contains(ref.bucket())
              ? Optional.of(outbox.announce(connection, ref))
              : Optional.empty();
        });
  }

  private void forget(PhotoRef ref) {
    int _ =
        database.write(
            "note a key",
            connection -> Statements.change(connection, FORGET, ref.bucket(), ref.key()));
  }

  public Path fileOf(PhotoRef ref) {
    return folder.files().object(ref);
  }
}
