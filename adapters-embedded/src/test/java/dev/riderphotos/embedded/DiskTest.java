package dev.riderphotos.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.StorageException;
import dev.riderphotos.embedded.Disk.Bytes;
import dev.riderphotos.embedded.sqlite.SqliteFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class DiskTest {
  private static final long MB = 1 << 20;
  private static final Bytes AMPLE = new Bytes(1_000 * MB, 2_000 * MB);
  private static final Bytes FULL = new Bytes(0, 2_000 * MB);

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "2000, 2000, true",
    "31, 2000, true",
    "30, 2000, false",
    "0, 2000, false",
    "6, 6, false",
    "16, 16, true",
  })
  void photosLeaveARestOfTheDiskToRecords(long usable, long total, boolean room) {
    Disk disk = new Disk(folder, () -> new Bytes(usable * MB, total * MB));

    if (room) {
      assertThatCode(() -> disk.requireRoom("write", 15 * MB)).doesNotThrowAnyException();
    } else {
      assertThatExceptionOfType(StorageException.class)
          .isThrownBy(() -> disk.requireRoom("write", 15 * MB))
          .matches(StorageException::full);
    }
  }

  @Test
  void aHealthyOneIsWrittenToAndLeftAsItWas() throws IOException {
    new Disk(folder).check();

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aFullOneIsNotHealthyAlthoughSmallFilesMayBeWritten() {
    Disk disk = new Disk(folder, () -> FULL);

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(disk::check)
        .matches(StorageException::full);
  }

  @Test
  void oneThatHasNoRoomForTheNextPhotoIsNotHealthy() {
    assertThatCode(() -> new Disk(folder, () -> new Bytes(31 * MB, 2_000 * MB)).check())
        .doesNotThrowAnyException();
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> new Disk(folder, () -> new Bytes(30 * MB, 2_000 * MB)).check());
    assertThatCode(() -> new Disk(folder, () -> new Bytes(2 * MB, 6 * MB)).check())
        .doesNotThrowAnyException();
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> new Disk(folder, () -> new Bytes(1 * MB, 6 * MB)).check());
  }

  @Test
  void aLostOneIsNotHealthy() {
    Disk disk = new Disk(folder.resolve("gone"), () -> AMPLE);

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(disk::check)
        .matches(fault -> !fault.full());
  }

  @Test
  void whatHappensWithoutRoomHappensForWantOfRoom() {
    IOException anything = new IOException("Kein Speicherplatz mehr");

    assertThat(new Disk(folder, () -> FULL).fault("write", anything).full()).isTrue();
    assertThat(new Disk(folder, () -> AMPLE).fault("write", anything).full()).isFalse();
    assertThat(new Disk(folder, DiskTest::lost).fault("write", anything).full()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLiteErrorCode.class,
      names = {
        "SQLITE_FULL",
        "SQLITE_IOERR_WRITE",
        "SQLITE_IOERR_FSYNC",
        "SQLITE_READONLY",
        "SQLITE_READONLY_DBMOVED",
        "SQLITE_CANTOPEN"
      })
  void whatSqliteSaysOfTheDiskIsTheDisks(SQLiteErrorCode code) {
    BackendException fault = fault(code, new Disk(folder, () -> AMPLE));

    assertThat(fault).isInstanceOf(StorageException.class);
    assertThat(((StorageException) fault).full()).isEqualTo(code == SQLiteErrorCode.SQLITE_FULL);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE_BUSY, true", "SQLITE_LOCKED, true", "SQLITE_CONSTRAINT_UNIQUE, false"})
  void whatElseItSaysIsNot(SQLiteErrorCode code, boolean retryable) {
    BackendException fault = fault(code, new Disk(folder, () -> AMPLE));

    assertThat(fault).isExactlyInstanceOf(BackendException.class);
    assertThat(fault.retryable()).isEqualTo(retryable);
  }

  private static BackendException fault(SQLiteErrorCode code, Disk disk) {
    SQLException said = new SQLiteException("said", code);
    return SqliteFaults.of("write", said, disk);
  }

  private static Bytes lost() throws IOException {
    throw new IOException("Transport endpoint is not connected");
  }
}
