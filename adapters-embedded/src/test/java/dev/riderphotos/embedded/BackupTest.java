package dev.riderphotos.embedded;

import static dev.riderphotos.embedded.BackedUp.contents;
import static dev.riderphotos.embedded.BackedUp.photo;
import static dev.riderphotos.embedded.BackedUp.thumbnail;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.backup.Backup;
import dev.riderphotos.embedded.backup.BackupException;
import dev.riderphotos.embedded.backup.Manifest;
import dev.riderphotos.embedded.backup.Manifest.Lost;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteErasureWishes;
import dev.riderphotos.embedded.sqlite.SqliteRiderProfiles;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.embedded.sqlite.Storage;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ErasureWishes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Backups beside a process that has locked the folder, as a server does. */
class BackupTest {
  private static final PhotoRef DRINK = new PhotoRef("drink-photos", "a/b.jpg");

  @RegisterExtension private final Storage storage = new Storage();

  private BackedUp backedUp;

  @BeforeEach
  void open() {
    backedUp = new BackedUp(storage);
  }

  @Test
  void whatIsRestoredIsWhatWasThere() throws IOException {
    backedUp.verify("ada", "1.jpg");
    backedUp.verify("boris", "1.jpg");
    backedUp.verify("ada", "2.jpg");
    String signed = SigningKey.open(storage.folder()).sign("x");

    Manifest manifest = backedUp.backUp();
    assertThat(manifest.counts().riders()).isEqualTo(2);
    assertThat(manifest.lost()).isEmpty();
    assertThat(backedUp.restore()).isEqualTo(manifest);

    assertThat(contents(backedUp.place())).hasSize(4);
    contents(storage.path())
        .forEach(
            (name, bytes) ->
                assertThat(backedUp.place().resolve(name)).as(name).hasBinaryContent(bytes));
    try (DataFolder folder = DataFolder.open(backedUp.place());
        Database database = Database.open(folder)) {
      assertThat(new SqliteRiderProfiles(database).find(new RiderId("ada")))
          .hasValueSatisfying(row -> assertThat(row.photo()).isEqualTo(photo("ada", "2.jpg")));
      assertThat(SigningKey.open(folder).signed(signed, "x")).isTrue();
    }
  }

  @Test
  void anEmptyFolderIsRestoredAsWell() throws IOException {
    assertThat(backedUp.backUp().files()).hasSize(1);
    Files.createDirectory(backedUp.place());

    assertThat(backedUp.restore().counts().riders()).isZero();

    DataFolder.open(backedUp.place()).close();
  }

  @Test
  void itIsItsOwnersAloneAndNothingElseIsLeft() throws IOException {
    backedUp.verify("ada", "1.jpg");
    SigningKey _ = SigningKey.open(storage.folder());

    Manifest _ = backedUp.backUp();
    Manifest _ = backedUp.restore();

    assertThat(Files.getPosixFilePermissions(backedUp.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(backedUp.place()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    for (String file : List.of("signing-key", "rider-photos.db")) {
      assertThat(Files.getPosixFilePermissions(backedUp.place().resolve(file)))
          .as(file)
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(backedUp.beside()).containsExactly("backup.zip", "restored");
    assertThat(inData()).noneMatch(name -> name.startsWith(".backup"));
  }

  @Test
  void itSaysWhatItHolds() throws IOException {
    SigningKey _ = SigningKey.open(storage.folder());
    Manifest _ = backedUp.backUp();

    try (ZipFile zip = new ZipFile(backedUp.file().toFile())) {
      String manifest =
          new String(zip.getInputStream(zip.getEntry("manifest.json")).readAllBytes(), UTF_8);
      assertThat(manifest).startsWith("{\n  \"format\" : 1").contains("whoever has this file");
      assertThat(zip.stream().map(Object::toString))
          .containsExactly("rider-photos.db", "signing-key", "manifest.json");
    }
  }

  @Test
  void aRiderWhosePhotoIsReplacedMeanwhileIsLookedUpAgain() {
    backedUp.verify("ada", "1.jpg");

    Manifest manifest = backedUp.backUp(atCopies(1, () -> backedUp.verify("ada", "2.jpg")));

    assertThat(manifest.lost()).isEmpty();
    assertThat(backedUp.restore().files()).hasSize(3);
    assertThat(backedUp.place().resolve(DataFiles.nameOf(photo("ada", "2.jpg")))).exists();
    assertThat(backedUp.place().resolve(DataFiles.nameOf(photo("ada", "1.jpg")))).doesNotExist();
  }

  @Test
  void whatIsReplacedOnceMoreIsLookedUpOnceMore() {
    backedUp.verify("ada", "1.jpg");

    Manifest manifest =
        backedUp.backUp(
            new BackedUp.Quiet() {
              private int copies = 1;

              @Override
              public void copied() {
                if (copies < 7) {
                  copies++;
                  backedUp.verify("ada", copies + ".jpg");
                }
              }
            });

    assertThat(manifest.lost()).isEmpty();
    assertThat(backedUp.restore().files()).hasSize(3);
    assertThat(backedUp.place().resolve(DataFiles.nameOf(photo("ada", "7.jpg")))).exists();
  }

  @Test
  void anObjectThatIsOverwrittenMeanwhileIsAsItsRecordSays() throws IOException {
    photos().put(DRINK, Photos.nobody());
    note(DRINK);

    Manifest _ =
        backedUp.backUp(
            new BackedUp.Quiet() {
              private boolean overwritten;

              @Override
              public void copied() {
                if (!overwritten) {
                  overwritten = true;
                  photos().put(DRINK, Photos.oneFace());
                }
              }
            });
    Manifest _ = backedUp.restore();

    assertThat(backedUp.place().resolve(DataFiles.nameOf(DRINK)))
        .hasBinaryContent(Photos.oneFace().bytes());
  }

  @Test
  void whatIsDeletedWhileItIsPackedWasHeld() {
    backedUp.verify("ada", "1.jpg");

    Manifest manifest =
        backedUp.backUp(
            new BackedUp.Quiet() {
              @Override
              public void begin(int files) {
                backedUp.verify("ada", "2.jpg");
              }
            });

    assertThat(manifest.lost()).isEmpty();
    assertThat(backedUp.restore().files()).hasSize(3);
    assertThat(backedUp.place().resolve(DataFiles.nameOf(photo("ada", "1.jpg")))).exists();
  }

  @Test
  void aRowWhoseFileNeverCameIsNotInTheBackup() throws IOException {
    backedUp.verify("ada", "1.jpg");
    PhotoRef begun = photo("boris", "1.jpg");
    photos().put(begun, Photos.nobody());
    Files.delete(storage.folder().files().object(begun)); // as a crash between row and file

    assertThat(backedUp.backUp().lost()).isEmpty();
    assertThat(backedUp.restore().files()).hasSize(3);
  }

  @Test
  void whatIsLostIsToldAndKeepsNobodyFromABackup() throws IOException {
    backedUp.verify("ada", "1.jpg");
    backedUp.verify("boris", "1.jpg");
    Files.delete(storage.folder().files().object(thumbnail("ada", "1.jpg")));

    Manifest manifest = backedUp.backUp();

    assertThat(manifest.lost())
        .containsExactly(new Lost("rider-thumbnails", "riders/ada/resized-1.jpg"));
    assertThat(backedUp.restore()).isEqualTo(manifest);
    assertThat(contents(backedUp.place())).hasSize(3);
  }

  /** However long that erasure takes, which ends after a restore. */
  @Test
  void whoIsBeingErasedHasLostNothing() {
    backedUp.verify("ada", "1.jpg");
    backedUp.verify("boris", "1.jpg");
    ErasureWishes wishes = new SqliteErasureWishes(storage.database());
    wishes.add(new RiderId("ada"));
    photos().delete(photo("ada", "1.jpg"));

    Manifest manifest = backedUp.backUp();

    assertThat(manifest.lost()).isEmpty();
    assertThat(backedUp.restore()).isEqualTo(manifest);
    assertThat(backedUp.place().resolve(DataFiles.nameOf(photo("boris", "1.jpg")))).exists();
  }

  @Test
  void aFileThatIsThereIsOverwrittenOnlyWhenAsked() throws IOException {
    Files.writeString(backedUp.file(), "precious");
    Backup backup =
        new Backup(storage.folder().files(), "1", InstantSource.system(), BackedUp.NOBODY);

    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(() -> backup.write(backedUp.file(), false))
        .withMessageContaining("is there already");
    assertThat(backedUp.file()).hasContent("precious");

    Manifest _ = backup.write(backedUp.file(), true);
    assertThat(backedUp.restore().files()).hasSize(1);
  }

  @Test
  void whatCannotBeIsRefusedAndLeavesNothing() throws IOException {
    Path empty = Files.createDirectory(backedUp.place());
    refused(new DataFiles(empty), backedUp.file(), "nothing to back up");
    refused(storage.folder().files(), empty, "is no file");
    refused(storage.folder().files(), storage.path().resolve("a.zip"), "in the data folder");
    refused(storage.folder().files(), empty.resolve("no/a.zip"), "no folder");
    assertThat(backedUp.beside()).containsExactly("restored");
    assertThat(empty).isEmptyDirectory();
  }

  @Test
  void whatEndsItLeavesNothing() throws IOException {
    backedUp.verify("ada", "1.jpg");
    for (BackedUp.Quiet ending :
        List.of(
            atCopies(1, BackupTest::end),
            new BackedUp.Quiet() {
              @Override
              public void step() {
                end();
              }
            })) {
      assertThatExceptionOfType(IllegalStateException.class)
          .isThrownBy(() -> backedUp.backUp(ending));
      assertThat(backedUp.beside()).isEmpty();
      assertThat(inData()).noneMatch(name -> name.startsWith(".backup"));
    }
  }

  @Test
  void whatAKilledOneLeftIsRemovedAndALivingOnesIsNot() throws IOException {
    Path killed = workFolder(".backup.zip.part-killed");
    Path links = workFolder("data/.backup-killed");
    Path living = workFolder(".backup.zip.part-living");
    try (FileChannel lock = FileChannel.open(living.resolve("lock"), StandardOpenOption.WRITE);
        var _ = lock.lock()) {
      Manifest _ = backedUp.backUp();
      assertThat(living.resolve("part")).exists();
    }
    assertThat(killed).doesNotExist();
    assertThat(links).doesNotExist();
  }

  @Test
  void twoAtOnceDoNotDisturbEachOther() throws IOException {
    backedUp.verify("ada", "1.jpg");

    Manifest _ =
        backedUp.backUp(
            new BackedUp.Quiet() {
              @Override
              public void begin(int files) {
                Manifest _ = backedUp.backUp();
              }
            });

    assertThat(backedUp.restore().files()).hasSize(3);
    assertThat(backedUp.beside()).containsExactly("backup.zip", "restored");
  }

  private FilePhotoStore photos() {
    return backedUp.photos();
  }

  /** A drink that the catalogue knows. */
  private void note(PhotoRef ref) {
    int _ =
        storage
            .database()
            .write(
                "note a drink",
                connection ->
                    Statements.change(
                        connection,
                        "insert into drink_photo (bar, drink, bar_folded, drink_folded, s3bucket,"
                            + " s3key, updated_at) values ('a', 'b', 'a', 'b', ?, ?, 1)",
                        ref.bucket(),
                        ref.key()));
  }

  private static void end() {
    throw new IllegalStateException("on purpose");
  }

  /** Does something after so many copies of the database. */
  private static BackedUp.Quiet atCopies(int number, Runnable then) {
    return new BackedUp.Quiet() {
      private int copies;

      @Override
      public void copied() {
        copies++;
        if (copies == number) {
          then.run();
        }
      }
    };
  }

  private Path workFolder(String name) throws IOException {
    Path folder = Files.createDirectories(storage.path().resolveSibling(name));
    Files.createFile(folder.resolve("lock"));
    Files.createFile(folder.resolve("part"));
    return folder;
  }

  private static void refused(DataFiles data, Path file, String why) {
    Backup backup = new Backup(data, "1", InstantSource.system(), BackedUp.NOBODY);
    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(() -> backup.write(file, true))
        .withMessageContaining(why);
  }

  private List<String> inData() throws IOException {
    try (Stream<Path> paths = Files.list(storage.path())) {
      return paths.map(path -> storage.path().relativize(path).toString()).toList();
    }
  }
}
