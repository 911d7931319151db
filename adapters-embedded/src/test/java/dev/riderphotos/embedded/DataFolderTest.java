package dev.riderphotos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path parent;

  @Test
  void isItsOwnersAlone() throws IOException {
    Path path = parent.resolve("data");
    try (DataFolder _ = DataFolder.open(path)) {
      assertThat(Files.getPosixFilePermissions(path))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void twoCannotUseItAtOnce() throws IOException {
    try (DataFolder _ = DataFolder.open(parent)) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> DataFolder.open(parent))
          .withMessageContaining("Another process");
    }
    DataFolder.open(parent).close();
  }

  @Test
  void aFileInItsPlaceIsRefusedWithASentence() throws IOException {
    Path file = Files.createFile(parent.resolve("data"));
    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(() -> DataFolder.open(file))
        .withMessageContaining("cannot be used");
  }
}
