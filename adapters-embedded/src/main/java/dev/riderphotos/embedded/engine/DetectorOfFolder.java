package dev.riderphotos.embedded.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.embedded.AtomicFile;
import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import dev.riderphotos.engine.DetectorPrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * In which numbers the faces of a data folder are looked for. A file in the folder says so from the
 * first time on: on another processor the same photo has the same answer.
 */
public final class DetectorOfFolder {
  private final Path file;
  private final Path temporary;

  public DetectorOfFolder(DataFolder folder) {
    this.file = folder.files().detector();
    this.temporary = folder.temporary();
  }

  /**
   * What is asked for, which is then noted; else what was noted; else what is usual here, which is
   * then noted.
   *
   * @throws DataFolderException when the note cannot be read or written
   */
  public DetectorPrecision precision(
      Optional<DetectorPrecision> wanted, Supplier<DetectorPrecision> usual) {
    try {
      Optional<DetectorPrecision> noted = noted();
      DetectorPrecision chosen = wanted.or(() -> noted).orElseGet(usual);
      if (!noted.equals(Optional.of(chosen))) {
        AtomicFile.write(temporary, file, (name(chosen) + "\n").getBytes(UTF_8));
      }
      return chosen;
    } catch (IOException fault) {
      throw new DataFolderException(
          "It cannot be noted in " + file + " how faces are looked for: " + fault, fault);
    }
  }

  private Optional<DetectorPrecision> noted() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String noted = Files.readString(file).strip();
    return Optional.of(
        Arrays.stream(DetectorPrecision.values())
            .filter(precision -> name(precision).equals(noted))
            .findFirst()
            .orElseThrow(
                () -> new DataFolderException(file + " must say float or int8; delete it")));
  }

  private static String name(DetectorPrecision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
