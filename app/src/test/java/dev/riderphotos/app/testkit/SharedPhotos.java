package dev.riderphotos.app.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.riderphotos.photo.Photo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real photos, which are no part of the project: a folder {@code shared/photos} beside it may hold
 * them. Without it the tests that ask for one are skipped, and say so.
 */
public final class SharedPhotos {
  private SharedPhotos() {}

  public static Photo photo(String file) {
    return Photo.of(bytes(file));
  }

  static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(folder().resolve(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Path folder() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path photos = folder.resolve("shared").resolve("photos");
      if (Files.isDirectory(photos)) {
        return photos;
      }
    }
    return abort("Skipped: there is no folder shared/photos beside the project");
  }
}
