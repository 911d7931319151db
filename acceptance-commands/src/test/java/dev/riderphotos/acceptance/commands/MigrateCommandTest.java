package dev.riderphotos.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Photos;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate validate}, beside a server. */
class MigrateCommandTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String RECORD =
      """
      {"Bucket": "old-photos", "Key": "%1$s", "CollectionId": "riders-2", "Faces": [
        {"FaceId": "of-%1$s", "ImageId": "i",
         "BoundingBoxes": {"Width": 0.5, "Height": 0.5, "Left": 0.0, "Top": 0.0}}]}
      """;

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();

  @BeforeAll
  static void keepPhotos() {
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    photos.put(new PhotoRef("old-photos", "ada.jpg"), Photos.oneFace());
    photos.put(new PhotoRef("old-photos", "empty.jpg"), Photo.of(new byte[0]));
  }

  @Test
  void aFileOfGoodRecordsIsGood() throws IOException {
    assertThat(validate(record("ada.jpg") + "," + record("ada.jpg")))
        .as(console.err())
        .isEqualTo(ExitCode.DONE);

    assertThat(console.out()).isEmpty();
    assertThat(console.err().strip())
        .isEqualTo("2 records: 1 can be moved, 0 cannot, 1 are repeated.");
  }

  @Test
  void eachRecordThatCannotBeMovedIsToldWithItsReason() throws IOException {
    List<String> records = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      records.add(record("gone-%02d.jpg".formatted(number)));
    }
    records.add(record("ada.jpg"));
    records.add(record("empty.jpg"));
    records.add("{\"Bucket\": \"old-photos\"}");
    records.add("5");

    assertThat(validate(String.join(",", records))).isEqualTo(ExitCode.REJECTED);

    List<Map<String, Object>> lines = lines();
    assertThat(lines)
        .hasSize(43)
        .extracting(line -> line.get("reason"))
        .startsWith("S3 validation failed: Object does not exist")
        .endsWith(
            "S3 validation failed: Object does not exist",
            "S3 validation failed: Object has zero bytes",
            "Missing required properties: Key, CollectionId",
            "A record is an object, and this is none: expected 'dict', got 'int'");
    for (int number = 0; number < 40; number++) {
      assertThat(lines.get(number).get("record"))
          .as("in the order of the file")
          .asString()
          .contains("gone-%02d.jpg".formatted(number));
    }
    assertThat(console.err().strip())
        .isEqualTo("44 records: 1 can be moved, 43 cannot, 0 are repeated.");
  }

  @Test
  void totalsForProgramsAreTheLastLine() throws IOException {
    assertThat(validate(record("ada.jpg"), "--json", "--to=riders-3")).isEqualTo(ExitCode.REJECTED);

    assertThat(lines().getFirst().get("reason"))
        .isEqualTo(
            "The faces are to go to the collection 'riders-3', and the record says 'riders-2'");
    assertThat(lines().get(1))
        .isEqualTo(Map.of("records", 1, "movable", 0, "rejected", 1, "repeated", 0));
    assertThat(console.err()).isEmpty();
  }

  @Test
  void aFileThatIsBrokenIsToldBeforeAnythingIsLookedAt() throws IOException {
    String whole = "[" + record("gone.jpg") + "]";
    Path cut = Files.writeString(home.resolve("cut.json"), whole.substring(0, 100), UTF_8);
    assertRefused(cut, "The file breaks off at byte 100. Write it again, or copy it again.");
    Path other = Files.writeString(home.resolve("other.json"), whole + "x", UTF_8);
    assertRefused(
        other,
        "The file is no JSON array of records: at byte %d, the end of the file is missing."
            .formatted(whole.length()));
    assertRefused(home.resolve("nowhere.json"), "There is no file");
    assertRefused(home, "is no file");
    assertThat(validate("", "--to=a collection")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("Not a collection id");
    assertThat(console.out()).isEmpty();
  }

  private void assertRefused(Path file, String why) {
    assertThat(run(file)).as(why).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains(why);
  }

  private static String record(String key) {
    return RECORD.formatted(key);
  }

  private List<Map<String, Object>> lines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : console.out().lines().toList()) {
      lines.add(
          ObjectMapper.getDefault().readValue(line, Argument.mapOf(String.class, Object.class)));
    }
    return lines;
  }

  private int validate(String records, String... options) throws IOException {
    Path file = Files.writeString(home.resolve("records.json"), "[" + records + "]", UTF_8);
    return run(file, options);
  }

  private static int run(Path file, String... options) {
    List<String> command =
        new ArrayList<>(List.of("migrate", "validate", "" + file, "--data", "" + SERVER.data()));
    command.addAll(List.of(options));
    return RiderPhotos.execute(command.toArray(String[]::new));
  }
}
