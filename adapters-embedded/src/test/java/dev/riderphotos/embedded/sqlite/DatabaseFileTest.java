package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.DataFolder;
import dev.riderphotos.embedded.DataFolderException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are not as they were left. */
class DatabaseFileTest {
  private static final int PAGE = 4096;

  @TempDir private Path data;

  @BeforeEach
  void make() throws IOException {
    try (DataFolder folder = DataFolder.open(data)) {
      Database.open(folder).close();
    }
  }

  @Test
  void itIsItsOwnersAloneAlsoIfItWasNot() throws IOException {
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));

    try (DataFolder folder = DataFolder.open(data);
        Database database = Database.open(folder)) {
      database.write("write", connection -> Statements.change(connection, "delete from object"));
      for (String name : new String[] {"", "-wal", "-shm"}) {
        assertThat(Files.getPosixFilePermissions(data.resolve("rider-photos.db" + name)))
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }
    }
  }

  @Test
  void whatIsNoDatabaseIsRefused() throws IOException {
    byte[] noise = new byte[5 * PAGE];
    new Random(1).nextBytes(noise);
    Files.write(file(), noise);

    assertRefused("cannot be used");
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 100, PAGE, 3 * PAGE + 17, 10 * PAGE})
  void oneThatWasCutIsRefused(int length) throws IOException {
    byte[] whole = Files.readAllBytes(file());
    assertThat(whole.length).isGreaterThan(length);
    Files.write(file(), Arrays.copyOf(whole, length));

    assertRefused("cannot be used");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  void oneThatIsLostWhilePhotosAreThereIsRefused(int length) throws IOException {
    Files.createDirectories(data.resolve("buckets/rider-photos"));
    Files.delete(file());
    if (length >= 0) {
      Files.write(file(), new byte[length]);
    }

    assertRefused("missing or empty");
  }

  @Test
  void onePageOfNoiseIsFound() throws IOException {
    byte[] noise = new byte[PAGE];
    new Random(2).nextBytes(noise);
    try (RandomAccessFile database = new RandomAccessFile(file().toFile(), "rw")) {
      database.seek(3L * PAGE);
      database.write(noise);
    }

    assertRefused("cannot be used");
  }

  @Test
  void anothersDatabaseIsRefused() throws IOException, SQLException {
    Files.delete(file());
    change("create table wine (name text)");

    assertRefused("no database of ours");
  }

  @Test
  void oneOfANewerVersionIsRefused() throws SQLException {
    change(
        """
        insert into flyway_schema_history (installed_rank, version, description, type, script,
          checksum, installed_by, execution_time, success)
        values (99, '99', 'later', 'SQL', 'V99__later.sql', 1, '', 1, 1)
        """);

    assertRefused("newer version of Rider Photos");
  }

  @Test
  void aFolderInItsPlaceIsRefused() throws IOException {
    Files.delete(file());
    Files.createDirectory(file());

    assertRefused("cannot be used");
  }

  private void assertRefused(String told) {
    assertThatExceptionOfType(DataFolderException.class)
        .isThrownBy(this::open)
        .withMessageContaining(file().toString())
        .withMessageContaining(told)
        .matches(refusal -> !String.valueOf(refusal.getMessage()).contains("\n"));
  }

  private void open() throws IOException {
    try (DataFolder folder = DataFolder.open(data)) {
      Database.open(folder).close();
    }
  }

  private void change(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement()) {
      boolean _ = statement.execute(sql);
    }
  }

  private Path file() {
    return data.toAbsolutePath().resolve("rider-photos.db");
  }
}
