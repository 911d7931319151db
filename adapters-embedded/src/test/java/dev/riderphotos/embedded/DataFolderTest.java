package dev.riderphotos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.StorageException;
import dev.riderphotos.access.KeyId;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteApiKeys;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void whatOthersMayReadIsMadePrivate() throws IOException {
    Path path = Files.createDirectory(parent.resolve("open"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path key = Files.write(path.resolve("signing-key"), new byte[32]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    DataFolder.open(path).close();

    assertThat(Files.getPosixFilePermissions(path))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tmp",
        "buckets",
        "mailbox",
        "buckets/rider-photos",
        "lock",
        "rider-photos.db",
        "rider-photos.db-wal",
        "signing-key",
        "certificate.p12"
      })
  void aLinkInItIsRefusedAndItsTargetLeftAlone(String name) throws IOException {
    Path victim = Files.createDirectory(parent.resolve("victim"));
    Path kept = Files.writeString(victim.resolve("important.txt"), "keep");
    Path path = parent.resolve("data");
    Path link = path.resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, victim);

    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(() -> DataFolder.open(path))
        .withMessageContaining(link.toString())
        .withMessageContaining("is a link");
    assertThat(kept).hasContent("keep");
  }

  @Test
  void whatALinkAmongUnfinishedFilesStandsForIsLeftAlone() throws IOException {
    Path victim = Files.createDirectory(parent.resolve("victim"));
    Path kept = Files.writeString(victim.resolve("important.txt"), "keep");
    Path temporary = Files.createDirectories(parent.resolve("data/tmp/deep/deeper"));
    Files.createSymbolicLink(temporary.resolve("folder"), victim);
    Files.createSymbolicLink(temporary.resolve("file"), kept);

    try (DataFolder folder = DataFolder.open(parent.resolve("data"));
        Stream<Path> left = Files.list(folder.temporary())) {
      assertThat(left).isEmpty();
    }
    assertThat(kept).hasContent("keep");
  }

  @Test
  void aPhotoThatIsALinkIsNotRead() throws IOException {
    try (DataFolder folder = DataFolder.open(parent.resolve("data"));
        Database database = Database.open(folder)) {
      FilePhotoStore photos = new FilePhotoStore(folder, database);
      PhotoRef ref = new PhotoRef("bucket", "key");
      photos.put(ref, Photo.made(new byte[] {1}));
      Path secret = Files.writeString(parent.resolve("secret"), "secret");
      Files.delete(photos.fileOf(ref));
      Files.createSymbolicLink(photos.fileOf(ref), secret);

      assertThatExceptionOfType(StorageException.class).isThrownBy(() -> photos.get(ref));
      photos.put(ref, Photo.made(new byte[] {2}));

      assertThat(secret).hasContent("secret");
      assertThat(photos.get(ref)).isPresent();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 31, 33, 5000})
  void aKeyOfAnotherLengthIsRefused(int length) throws IOException {
    byte[] key = new byte[length];
    new Random(length).nextBytes(key);
    assertKeyRefused(key);
  }

  @Test
  void aKeyOfNothingButZerosIsRefused() throws IOException {
    assertKeyRefused(new byte[32]);
  }

  private void assertKeyRefused(byte[] key) throws IOException {
    Files.write(parent.resolve("signing-key"), key);
    try (DataFolder folder = DataFolder.open(parent)) {
      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(() -> SigningKey.open(folder))
          .withMessageContaining("signing-key is damaged")
          .withMessageContaining("backup");
    }
  }
}
