package dev.riderphotos.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.Backend;
import dev.riderphotos.BackendException;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Photos as files, each named by the hash of its key: so no key can leave its bucket, be too long
 * or differ from another only in case. The keys themselves stand in the database, each at least as
 * long as its file.
 */
public final class FilePhotoStore implements PhotoStore, Backend {
  private final DataFolder folder;
  private final Database database;

  public FilePhotoStore(DataFolder folder, Database database) {
    this.folder = folder;
    this.database = database;
  }

  @Override
  public void put(PhotoRef ref, Photo photo) {
    note(ref);
    try {
      AtomicFile.write(folder.temporary(), fileOf(ref), photo.bytes());
    } catch (IOException fault) {
      throw new BackendException("write a photo", true, fault);
    }
  }

  @Override
  public Optional<Photo> get(PhotoRef ref) {
    try (InputStream in = Files.newInputStream(fileOf(ref))) {
      return Optional.of(Photo.read(in));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException fault) {
      throw new BackendException("read a photo", true, fault);
    }
  }

  @Override
  public void delete(PhotoRef ref) {
    try {
      if (AtomicFile.delete(fileOf(ref))) {
        forget(ref);
      }
    } catch (IOException fault) {
      throw new BackendException("delete a photo", true, fault);
    }
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

  private void note(PhotoRef ref) {
    change("insert into object (bucket, key) values (?, ?) on conflict do nothing", ref);
  }

  private void forget(PhotoRef ref) {
    change("delete from object where bucket = ? and key = ?", ref);
  }

  private void change(String sql, PhotoRef ref) {
    int _ =
        database.write(
            "note a key",
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, ref.bucket());
                statement.setString(2, ref.key());
                return statement.executeUpdate();
              }
            });
  }

  private Path fileOf(PhotoRef ref) {
    return folder.bucket(ref.bucket()).resolve(HexFormat.of().formatHex(sha256(ref.key())));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
