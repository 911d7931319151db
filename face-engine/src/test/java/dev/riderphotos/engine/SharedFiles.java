package dev.riderphotos.engine;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Photos of real people and the library's own results for them. They are no part of the project: a
 * folder {@code shared} beside it may hold them. Tests that find none say so and are skipped.
 */
final class SharedFiles {
  private SharedFiles() {}

  static Path find(String name) {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("shared").resolve(name);
      if (Files.exists(file)) {
        return file;
      }
    }
    return abort("Skipped: there is no file shared/" + name + " beside the project");
  }
}
