package dev.riderphotos.embedded;

import static dev.riderphotos.embedded.BackedUp.contents;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.embedded.backup.BackupException;
import dev.riderphotos.embedded.backup.Manifest;
import dev.riderphotos.embedded.backup.Restoration;
import dev.riderphotos.embedded.files.SigningKey;
import dev.riderphotos.embedded.sqlite.Storage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Backups that are not as they were made, and places that are taken. */
class RestorationTest {
  private static final int SURGERIES = 300;
  private static final String MANIFEST = "manifest.json";

  @RegisterExtension private final Storage storage = new Storage();

  private BackedUp backedUp;
  private byte[] whole;

  @BeforeEach
  void backUp() throws IOException {
    backedUp = new BackedUp(storage);
    backedUp.verify("ada", "1.jpg");
    SigningKey _ = SigningKey.open(storage.folder());
    Manifest _ = backedUp.backUp();
    whole = Files.readAllBytes(backedUp.file());
  }

  @Test
  void aFolderWithAnythingInItIsLeftAlone() throws IOException {
    Path precious = Files.createDirectory(backedUp.place()).resolve("precious");
    Files.createFile(precious);

    refused("is not empty");

    assertThat(precious).exists();
    assertThat(backedUp.place()).isDirectoryContaining(precious::equals);
  }

  @Test
  void aFileInItsPlaceIsLeftAlone() throws IOException {
    Files.writeString(backedUp.place(), "precious");

    assertThatExceptionOfType(BackupException.class).isThrownBy(backedUp::restore);

    assertThat(backedUp.place()).hasContent("precious");
  }

  @Test
  void whatIsNotFinishedLeavesNothing() throws IOException {
    try (Restoration begun =
        Restoration.begin(backedUp.file(), backedUp.place(), BackedUp.NOBODY)) {
      assertThat(begun.files().database()).exists();
    }
    assertThat(backedUp.beside()).containsExactly("backup.zip");
  }

  @Test
  void whatAKilledOneLeftIsRemoved() throws IOException {
    Path killed =
        Files.createDirectories(backedUp.place().resolveSibling(".restored.restoring-killed/data"));
    Files.createFile(killed.resolveSibling("lock"));
    Files.createFile(killed.resolve("part"));

    Manifest _ = backedUp.restore();

    assertThat(backedUp.beside()).containsExactly("backup.zip", "restored");
  }

  @Test
  void aPlaceThatWasTakenMeanwhileIsLeftAlone() throws IOException {
    try (Restoration restoration =
        Restoration.begin(backedUp.file(), backedUp.place(), BackedUp.NOBODY)) {
      DataFolder.open(backedUp.place()).close();

      assertThatExceptionOfType(DataFolderException.class)
          .isThrownBy(restoration::finish)
          .withMessageContaining("nothing was");
    }
    assertThat(backedUp.place().resolve("lock")).exists();
    assertThat(backedUp.place().resolve("rider-photos.db")).doesNotExist();
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    refused(new byte[0], "is no backup");
    refused("no zip".getBytes(UTF_8), "is no backup");
    refused(zip(Map.of()), "no backup");
    refused(zip(Map.of("a.txt", new byte[] {1})), "there is no manifest.json");
    Files.delete(backedUp.file());
    refused("There is no file");
  }

  @Test
  void aLaterFormatIsRefusedWhateverItLooksLike() throws IOException {
    refused(manifest(_ -> "{\"format\": 2, \"new\": [1, {}]}"), "is of format 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{}",
        "{\"format\": 0}",
        "{\"format\": \"1\"}",
        "{\"format\": 1}",
        "{\"format\": 1, \"holds\": null, \"product\": 1, \"files\": [null]}"
      })
  void aManifestThatIsNoneIsRefused(String json) throws IOException {
    refused(manifest(_ -> json), "manifest cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../escaped",
        "/etc/escaped",
        "buckets/../../escaped",
        "buckets/a/../../../escaped",
        "buckets/rider-photos/escaped",
        "buckets/rider-photos/../escaped",
        "buckets/rider-photos",
        "buckets\\\\rider-photos\\\\x",
        "lock",
        "tmp/x",
        "signing-key/x",
        "rider-photos.db-wal",
        ""
      })
  void namesThatNoBackupHasAreRefused(String name) throws IOException {
    byte[] content = {1};
    Map<String, byte[]> files = files();
    files.put(name, content);
    refused(zip(files), "not those of its manifest");

    files.computeIfPresent(
        MANIFEST,
        (_, json) ->
            edited(
                json,
                text ->
                    text.replace(
                        "\"files\" : [ {", "\"files\" : [ " + entry(name, content) + ", {")));
    refused(zip(files), "names what no backup has");
    assertThat(backedUp.place().resolveSibling("escaped")).doesNotExist();
  }

  @Test
  void everyFileOfTheManifestMustBeThereAsItWas() throws IOException {
    for (String name : files().keySet()) {
      Map<String, byte[]> less = files();
      less.remove(name);
      refused(zip(less), "no");

      if (!name.equals(MANIFEST)) {
        Map<String, byte[]> longer = files();
        longer.computeIfPresent(name, (_, bytes) -> Arrays.copyOf(bytes, bytes.length + 1));
        refused(zip(longer), "damaged");
      }
    }
  }

  @Test
  void moreThanTheManifestSaysIsNotUnpacked() throws IOException {
    Map<String, byte[]> bomb = files();
    bomb.computeIfPresent("signing-key", (_, key) -> new byte[50_000_000]);
    refused(zip(bomb), "signing-key is not as it was");
  }

  @Test
  void aSizeThatIsALieIsRefused() throws IOException {
    refused(manifest(json -> json.replaceFirst("\"size\" : \\d+", "\"size\" : 1")), "damaged");
    refused(manifest(json -> json.replaceFirst("\"size\" : \\d+", "\"size\" : -1")), "manifest");
  }

  @Test
  void rowsAndFilesMustGoTogether() throws IOException, SQLException {
    refused(withDatabase("delete from object"), "no rows of");
    refused(
        withDatabase("insert into object (bucket, key) values ('rider-photos', 'another')"),
        "photos are missing");
    refused(withDatabase("update rider_profile set s3key = 'another'"), "point at photos");
    refused(withDatabase("drop table rider_profile"), "not one of ours");
    refused(
        withDatabase(
            "insert into gallery_face select 'f', 'nobody', 1, 'i', null, 0, 0, 1, 1, 90, 'b',"
                + " 'c', '', null"),
        "points nowhere");
    refused(
        withDatabase(
            "insert into flyway_schema_history select 99, '99', 'x', 'SQL', 'V99__x.sql', 1, 'me',"
                + " '2026-01-01 00:00:00.000', 1, 1"),
        "newer version");
  }

  /** Whatever is done to its bytes: it is refused in a sentence, or nothing was changed by it. */
  @Test
  void damageIsNoticedWhereverItIs() throws IOException {
    Map<String, byte[]> before = contents(storage.path());
    Random random = new Random(20261129);
    int refused = 0;
    for (int surgery = 0; surgery < SURGERIES; surgery++) {
      Files.write(backedUp.file(), damaged(whole, random));
      try (Restoration restoration =
          Restoration.begin(backedUp.file(), backedUp.place(), BackedUp.NOBODY)) {
        contents(restoration.files().root())
            .forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(before.get(name)));
      } catch (BackupException damage) {
        assertThat(damage).hasMessageNotContainingAny("Exception", "java.");
        refused++;
      }
      assertThat(backedUp.beside()).containsExactly("backup.zip");
    }
    assertThat(refused).isGreaterThan(SURGERIES / 2);
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] damaged = whole.clone();
    int at = random.nextInt(whole.length);
    switch (random.nextInt(3)) {
      case 0 -> damaged[at] ^= (byte) (1 + random.nextInt(255));
      case 1 -> damaged = Arrays.copyOf(whole, at);
      default -> Arrays.fill(damaged, at, Math.min(whole.length, at + 40), (byte) 0);
    }
    return damaged;
  }

  private void refused(String why) {
    assertThatExceptionOfType(BackupException.class)
        .isThrownBy(backedUp::restore)
        .withMessageContaining(why);
  }

  /** Nothing comes of it, beside the place either. */
  private void refused(byte[] file, String why) throws IOException {
    Files.write(backedUp.file(), file);
    refused(why);
    assertThat(backedUp.beside()).containsExactly("backup.zip");
  }

  /** The backup's files, in their order. */
  private Map<String, byte[]> files() throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private byte[] manifest(UnaryOperator<String> edit) throws IOException {
    Map<String, byte[]> files = files();
    files.computeIfPresent(MANIFEST, (_, json) -> edited(json, edit));
    return zip(files);
  }

  private static byte[] edited(byte[] json, UnaryOperator<String> edit) {
    String before = new String(json, UTF_8);
    String after = edit.apply(before);
    assertThat(after).as("edited").isNotEqualTo(before);
    return after.getBytes(UTF_8);
  }

  private static String entry(String name, byte[] bytes) {
    return "{\"name\": \"%s\", \"size\": %d, \"sha256\": \"%s\"}"
        .formatted(name.replace("\\", "\\\\"), bytes.length, sha256(bytes));
  }

  /** Changes the database, and the manifest so that it fits. */
  private byte[] withDatabase(String sql) throws IOException, SQLException {
    Map<String, byte[]> files = files();
    byte[] before = Objects.requireNonNull(files.get("rider-photos.db"));
    Path file = Files.createTempFile("rider-photos-test", ".db");
    Files.write(file, before);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isGreaterThanOrEqualTo(0);
    }
    byte[] after = Files.readAllBytes(file);
    Files.delete(file);
    files.put("rider-photos.db", after);
    files.computeIfPresent(
        MANIFEST,
        (_, json) ->
            edited(
                json,
                text ->
                    text.replace(sha256(before), sha256(after))
                        .replace("\"size\" : " + before.length, "\"size\" : " + after.length)));
    return zip(files);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
