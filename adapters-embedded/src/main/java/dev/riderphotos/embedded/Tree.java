package dev.riderphotos.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with all that is in it. */
public final class Tree {
  private Tree() {}

  /** Deletes it; of links the link. What is gone already is no harm. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) { // which follows no links
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        boolean _ = Files.deleteIfExists(path);
      }
    } catch (NoSuchFileException gone) {
      // Somebody else has deleted it.
    }
  }
}
