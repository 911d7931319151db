package dev.riderphotos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.access.KeyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
  void smallWorkIsDoneBesideAnother() throws IOException {
    try (DataFolder server = DataFolder.open(parent);
        Database records = Database.open(server);
        DataFolder beside = DataFolder.beside(parent);
        Database same = Database.open(beside)) {
      Path begun = Files.createFile(server.temporary().resolve("begun"));
      DataFolder.beside(parent).close();

      assertThat(begun).as("what the other one is writing").exists();
      new SqliteApiKeys(same).used(new KeyId("0123456789ab"), Instant.EPOCH);
      records.check();
      assertThat(beside.locked()).isFalse();
    }
  }

  @Test
  void anOlderSchemaIsNotBroughtUpToDateUnderAnother() throws IOException {
    try (DataFolder _ = DataFolder.open(parent);
        DataFolder beside = DataFolder.beside(parent)) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> Database.open(beside))
          .withMessageContaining("older version");
    }
  }

  @Test
  void aFileInItsPlaceIsRefusedWithASentence() throws IOException {
    Path file = Files.createFile(parent.resolve("data"));
    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(() -> DataFolder.open(file))
        .withMessageContaining("cannot be used");
  }
}
