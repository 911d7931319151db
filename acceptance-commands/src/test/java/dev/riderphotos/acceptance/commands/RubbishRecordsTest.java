package dev.riderphotos.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.RiderPhotos;
import dev.riderphotos.app.command.ExitCode;
import dev.riderphotos.app.testkit.Console;
import dev.riderphotos.app.wiring.Application;
import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.LedgerRows;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.Migrations;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code migrate run FILE} of a file that no program should have written. */
class RubbishRecordsTest {
  private static final CollectionId NEW = new CollectionId("riders-2");
  private static final String BUCKET = "old-photos";
  private static final String RECORD =
      "{\"Bucket\": \"%s\", \"Key\": \"%s\", \"CollectionId\": \"riders-2\", \"Faces\": [%s]}";
  private static final String FACE =
      "{\"FaceId\": \"%s\", \"ImageId\": \"i\", \"Extra\": [1],%n \"BoundingBoxes\": %s}";
  private static final String ANY = "{\"Width\": 0.5, \"Height\": 0.5, \"Left\": 0.0, \"Top\": 0}";
  private static final int CROWD = 100;
  private static final int HUGE = 10 << 20;

  @TempDir private Path home;
  @RegisterExtension private final Console console = new Console();
  private String ada = "";
  private String boris = "";

  @BeforeEach
  void keepPhotos() throws IOException {
    try (Application application = Application.open(data(), Application.QUIET)) {
      var _ = application.get(FaceCollections.class).create(NEW);
      ada = box(application, "ada.jpg", Photos.of(Person.ADA));
      boris = box(application, "boris.jpg", Photos.of(Person.BORIS));
    }
  }

  /** Keeps the photo, and says where its face is. */
  private static String box(Application application, String key, Photo photo) {
    PhotoRef ref = new PhotoRef(BUCKET, key);
    application.get(PhotoStore.class).put(ref, photo);
    FaceCollections collections = application.get(FaceCollections.class);
    CollectionId old = new CollectionId("old");
    var _ = collections.create(old);
    Opened opened = application.get(PhotoOpener.class).open(photo);
    try (Picture picture = ((Opened.Decoded) opened).picture()) {
      FaceImage image = new FaceImage(picture, ref);
      BoundingBox box =
          collections
              .index(old, new NewFaces(image, null, 1, QualityFilter.NONE))
              .orElseThrow()
              .indexed()
              .getFirst()
              .face()
              .box();
      return "{\"Width\": %s, \"Height\": %s, \"Left\": %s, \"Top\": %s}"
          .formatted(box.width(), box.height(), box.left(), box.top());
    }
  }

  @Test
  void eachRecordIsMovedOrHasItsReason() throws IOException {
    List<String> crowd = new ArrayList<>();
    for (int number = 0; number < CROWD; number++) {
      crowd.add(FACE.formatted("crowd-%02d".formatted(number), boris));
    }
    List<String> records =
        List.of(
            record("ada.jpg", face("nan", ANY.replace("0.0", "NaN"))),
            record("ada.jpg", face("ada", ada)).replace("{\"Bucket\"", "{\"Odd\": {}, \"Bucket\""),
            record("ada.jpg", face("infinite", ANY.replace("0.0", "1e400"))),
            record("ada.jpg", face("wide", ANY.replace("0.5", "1.5"))),
            record("ada.jpg", face("outside", ANY.replace("0.0", "1.5"))),
            record("ada.jpg", face("twice", ANY) + "," + face("twice", ANY)),
            record("boris.jpg", String.join(",", crowd)),
            record("gone.jpg", face("gone", ANY)),
            record("x".repeat(HUGE), face("huge", ANY)),
            "{\"Bucket\" 5}",
            "7",
            record("ada.jpg", face("ada", ada)),
            record("ada.jpg", face("nan", ANY)));
    Path file = home.resolve("records.json");
    Files.writeString(file, "\uFEFF[\r\n" + String.join(",\r\n", records) + ",\r\n]\r\n", UTF_8);

    assertThat(migrate("run", "" + file, "--to", NEW.value())).isEqualTo(ExitCode.REJECTED);

    assertThat(console.err().lines().filter(line -> line.startsWith("{\"record\":")))
        .extracting(RubbishRecordsTest::reason)
        .satisfiesExactly(
            nan -> assertThat(nan).contains("a box is of finite numbers"),
            infinite -> assertThat(infinite).contains("a box is of finite numbers"),
            outside -> assertThat(outside).contains("has no area within the picture"),
            twice -> assertThat(twice).isEqualTo("A FaceId is in the record twice"),
            huge -> assertThat(huge).isEqualTo("The record is larger than 1,048,576 bytes"),
            noJson -> assertThat(noJson).startsWith("The record is not JSON: "),
            number -> assertThat(number).contains("got 'int'"));
    assertOutcomes();
  }

  private void assertOutcomes() throws IOException {
    try (Application application = Application.open(data(), Application.QUIET)) {
      var migration = application.get(Migrations.class).all().getFirst();
      MigrationLedger ledger = application.get(MigrationLedger.class);
      Map<String, Outcome> outcomes = new TreeMap<>();
      for (FaceRow row : new LedgerRows(ledger, migration.id(), null)) {
        Outcome _ = outcomes.put(row.provided().id().value(), row.outcome());
        assertThat(row.outcome() == Outcome.MOVED || row.reason() != null).as("" + row).isTrue();
      }
      Counts counts = ledger.counts(migration.id());
      assertThat(counts.provided()).isEqualTo(outcomes.size()).isEqualTo(CROWD + 7);
      assertThat(outcomes)
          .containsEntry("ada", Outcome.MOVED)
          .containsEntry("infinite", Outcome.REJECTED)
          .containsEntry("outside", Outcome.REJECTED)
          .containsEntry("twice", Outcome.REJECTED)
          .containsEntry("gone", Outcome.REJECTED)
          .containsEntry("wide", Outcome.NOT_REINDEXED)
          .containsEntry("nan", Outcome.NOT_REINDEXED) // another record says where it is
          .doesNotContainKey("huge");
      assertThat(outcomes.entrySet())
          .filteredOn(face -> face.getKey().startsWith("crowd"))
          .filteredOn(face -> face.getValue() == Outcome.MOVED)
          .hasSize(1);
      assertThat(application.get(FaceCollections.class).faces(NEW, null, 100))
          .map(FacePage::faces)
          .hasValueSatisfying(faces -> assertThat(faces).hasSize(2));
      console.forgetOut();
    }
    assertThat(migrate("dead", onlyMigration())).isEqualTo(ExitCode.REJECTED);
    assertThat(console.out()).contains("infinite", "outside", "twice", "gone");
  }

  @Test
  void ofAFileThatIsNoneNothingIsBegun() throws IOException {
    String whole = "[" + record("ada.jpg", face("ada", ada)) + "]";
    for (String broken :
        List.of(whole.substring(0, 90), "Hello", "", whole + "]", "{}", "\uFEFF", "[,]")) {
      Path file = Files.writeString(home.resolve("broken.json"), broken, UTF_8);
      assertThat(migrate("run", "" + file, "--to", NEW.value()))
          .as(broken)
          .isEqualTo(ExitCode.USAGE);
    }
    assertThat(migrate("list")).isEqualTo(ExitCode.DONE);
    assertThat(console.out()).isEmpty();
  }

  private String onlyMigration() {
    assertThat(migrate("list")).isEqualTo(ExitCode.DONE);
    String id = console.out().lines().findFirst().orElseThrow().strip().split("\\s+", 2)[0];
    console.forgetOut();
    return id;
  }

  private static String reason(String line) {
    return line.substring(line.lastIndexOf("\"reason\":\"") + 10, line.length() - 2);
  }

  private static String record(String key, String faces) {
    return RECORD.formatted(BUCKET, key, faces);
  }

  private static String face(String id, String box) {
    return String.format(Locale.ROOT, FACE, id, box);
  }

  private int migrate(String... arguments) {
    List<String> all = new ArrayList<>(List.of("migrate"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--data", data().toString()));
    return RiderPhotos.execute(all.toArray(String[]::new));
  }

  private Path data() {
    return home.resolve("data");
  }
}
