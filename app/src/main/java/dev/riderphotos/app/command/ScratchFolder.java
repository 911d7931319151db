package dev.riderphotos.app.command;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A data folder for work that keeps nothing there: made when it is asked for, gone when closed. */
final class ScratchFolder implements Closeable {
  private @Nullable Path path;

  Path path() throws IOException {
    if (path == null) {
      path = Files.createTempDirectory("rider-photos-");
    }
    return path;
  }

  @Override
  public void close() throws IOException {
    if (path == null) {
      return;
    }
    try (Stream<Path> paths = Files.walk(path)) {
      for (Path file : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
