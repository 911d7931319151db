package dev.riderphotos.embedded.files;

import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.extraction.ExtractionStore;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * A bucket beside those of photos. A key is noted before its file is there and forgotten after it:
 * so a list may name a file that is not there, when a process died between.
 */
public final class BucketExtractionStore implements ExtractionStore {
  private static final String NAMES =
      """
      select key from object
      where bucket = ?1 and key between ?2 and ?2 || char(1114111) order by key
      """;

  private final FilePhotoStore files;
  private final Database database;
  private final String bucket;

  public BucketExtractionStore(FilePhotoStore files, Database database, String bucket) {
    this.files = files;
    this.database = database;
    this.bucket = bucket;
  }

  @Override
  public void put(String name, byte[] content, String contentType) {
    files.put(ref(name), Photo.made(content));
  }

  @Override
  public Optional<byte[]> get(String name) {
    try {
      return Optional.of(Files.readAllBytes(files.fileOf(ref(name))));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException fault) {
      throw StorageException.of("read a crop", fault);
    }
  }

  @Override
  public List<String> names(String prefix) {
    return database
        .read(
            "list crops",
            connection ->
                Statements.query(connection, NAMES, row -> row.getString("key"), bucket, prefix))
        .stream()
        .filter(name -> Files.exists(files.fileOf(ref(name))))
        .toList();
  }

  @Override
  public void delete(String name) {
    files.delete(ref(name));
  }

  @Override
  public URI url(String name) {
    return URI.create("s3://" + bucket + "/" + name);
  }

  private PhotoRef ref(String name) {
    return new PhotoRef(bucket, name);
  }
}
