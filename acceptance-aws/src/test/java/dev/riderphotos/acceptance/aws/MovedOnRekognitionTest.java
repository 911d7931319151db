package dev.riderphotos.acceptance.aws;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.AwsServer;
import dev.riderphotos.app.testkit.UnreliableRekognition;
import dev.riderphotos.app.testkit.UnreliableRekognition.Trouble;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.FaceCollections.FacePage;
import dev.riderphotos.face.FaceCollections.NewFaces;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.Indexing;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.migration.Counts;
import dev.riderphotos.migration.FaceOrigins;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.FindAgain.Found;
import dev.riderphotos.migration.MigrateRecord;
import dev.riderphotos.migration.Migration;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationOptions;
import dev.riderphotos.migration.MigrationState;
import dev.riderphotos.migration.MigrationWatcher;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.Pace;
import dev.riderphotos.migration.PrepareMigration;
import dev.riderphotos.migration.PrepareMigration.Prepared;
import dev.riderphotos.migration.ProveMigration;
import dev.riderphotos.migration.RunMigration;
import dev.riderphotos.migration.RunMigration.Crew;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A collection is moved by a Rekognition that does nearly everything wrong, and no face is lost.
 */
class MovedOnRekognitionTest {
  @RegisterExtension
  @Order(1)
  static final UnreliableRekognition WAY = new UnreliableRekognition();

  @RegisterExtension
  @Order(2)
  static final AwsServer AWS = new AwsServer(Map.of(), WAY::before);

  private static final CollectionId OLD = new CollectionId("club");
  private static final CollectionId NEW = new CollectionId("club-2");
  private static final int PHOTOS = 12;

  private final Map<FaceId, PhotoRef> photos = new HashMap<>();
  private final AtomicInteger turns = new AtomicInteger();

  @Test
  void noFaceIsLostAndNoneIsDoubled() {
    var _ = AWS.rekognition().get(FaceCollections.class).create(OLD, "faceapi-1");
    for (int number = 0; number < PHOTOS; number++) {
      index(number);
    }
    Migration prepared = prepared();
    MigrationId id = prepared.id();

    Migration done = AWS.application().get(RunMigration.class).run(id, crew());

    assertThat(done.state()).isEqualTo(MigrationState.DONE);
    assertThat(WAY.calls()).as("every call had its turn").isEqualTo(turns.get());
    assertThat(Trouble.values()).allSatisfy(trouble -> assertThat(WAY.met(trouble)).isPositive());
    assertOutcomes(id);
    assertNothingElseIsThere(id);
    assertProven(id);
  }

  /** Some photos show one person and some two, of whom one or both are to be moved. */
  private void index(int number) {
    List<Person> people = Person.named();
    Person one = people.get(number);
    String key = "club/%02d.jpg".formatted(number);
    Photo photo =
        number % 2 == 0
            ? Photos.of(one)
            : Photos.jpeg(Portrait.together(one, people.get(number + 1)).size(480, 320));
    PhotoRef ref = new PhotoRef(AWS.name("photos"), key);
    AWS.application().get(PhotoStore.class).put(ref, photo);
    ExternalImageId name = number % 3 == 0 ? null : ExternalImageId.of("name-" + number);
    int most = number % 4 == 1 ? 1 : 2;
    try (Picture picture = opened(photo)) {
      NewFaces faces = new NewFaces(new FaceImage(picture, ref), name, most, QualityFilter.NONE);
      for (Indexing.Indexed indexed :
          AWS.rekognition().get(FaceCollections.class).index(OLD, faces).orElseThrow().indexed()) {
        photos.put(indexed.face().id(), ref);
      }
    }
  }

  private static Picture opened(Photo photo) {
    return switch (AWS.application().get(PhotoOpener.class).open(photo)) {
      case Opened.Decoded(Picture picture) -> picture;
      case Opened.Unacceptable unacceptable -> throw new AssertionError(unacceptable);
    };
  }

  private Migration prepared() {
    MigrationOptions options = new MigrationOptions(0.5, 50, 3, QualityFilter.AUTO, false);
    PrepareMigration preparation = AWS.application().get(PrepareMigration.class);
    Prepared prepared =
        preparation.prepare(
            new PrepareMigration.Order(OLD, NEW, null, null, false, options), origins());
    return switch (prepared) {
      case Prepared.Ready(Migration migration, Counts counts) -> {
        assertThat(counts.open()).isEqualTo(photos.size());
        assertThat(counts.records()).isEqualTo(PHOTOS);
        yield migration;
      }
      case Prepared.Refused(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private FaceOrigins origins() {
    return new FaceOrigins() {
      @Override
      public Optional<Origin> of(IndexedFace face) {
        return Optional.ofNullable(photos.get(face.id())).map(photo -> new Origin(photo, null));
      }

      @Override
      public String reason() {
        return "It is not of the club";
      }
    };
  }

  private Crew crew() {
    Pace pace =
        new Pace() {
          @Override
          public void await() {
            int _ = turns.incrementAndGet();
          }

          @Override
          public void rest(int failures) {}
        };
    MigrateRecord migrate =
        new MigrateRecord(
            collections(),
            AWS.application().get(PhotoStore.class),
            AWS.application().get(PhotoOpener.class),
            pace);
    return new Crew(migrate, pace, origins(), MigrationWatcher.NOBODY, () -> false);
  }

  /** A face is moved exactly if the last answer for its photo has a face where it is. */
  private void assertOutcomes(MigrationId id) {
    List<FaceRow> rows = rows(id, null);
    assertThat(rows)
        .extracting(row -> row.provided().id())
        .containsExactlyInAnyOrderElementsOf(photos.keySet());
    for (FaceRow row : rows) {
      boolean there =
          WAY.told(requireNonNull(photos.get(row.provided().id())).key()).stream()
              .anyMatch(box -> box.intersectionOverUnion(row.provided().box()) > 0.5);
      assertThat(row.outcome())
          .as(row.toString())
          .isEqualTo(there ? Outcome.MOVED : Outcome.NOT_REINDEXED);
    }
    assertThat(rows).extracting(FaceRow::outcome).contains(Outcome.MOVED, Outcome.NOT_REINDEXED);
    Counts counts = ledger().counts(id);
    assertThat(counts.open()).isZero();
    assertThat(counts.provided()).isEqualTo(photos.size());
    assertThat(counts.of(Outcome.MOVED)).isEqualTo(rows(id, Outcome.MOVED).size());
    assertThat(counts.of(Outcome.NOT_REINDEXED)).isEqualTo(rows(id, Outcome.NOT_REINDEXED).size());
  }

  /** What lost answers, faces of nobody and faces that were kept secret have left is swept. */
  private void assertNothingElseIsThere(MigrationId id) {
    List<FaceId> moved = new ArrayList<>();
    for (FaceRow row : rows(id, Outcome.MOVED)) {
      moved.add(row.newFace());
    }
    assertThat(
            collections().faces(NEW, null, 1000).map(FacePage::faces).orElseThrow().stream()
                .map(IndexedFace::id))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(moved);
  }

  private static void assertProven(MigrationId id) {
    List<String> faults = new ArrayList<>();
    ProveMigration.Findings findings =
        new ProveMigration.Findings() {
          @Override
          public void fault(String sentence) {
            faults.add(sentence);
          }

          @Override
          public void addedSince(long faces) {
            assertThat(faces).isZero();
          }

          @Override
          public void searched(FaceRow row, Found found) {}

          @Override
          public void duplicate(FaceRow one, FaceRow other, double similarity) {}
        };
    Migration proven =
        AWS.application().get(ProveMigration.class).prove(id, 1000, findings, () -> false);
    assertThat(faults).isEmpty();
    assertThat(proven.state()).isEqualTo(MigrationState.PROVEN);
  }

  private static List<FaceRow> rows(MigrationId id, @Nullable Outcome outcome) {
    return ledger().rows(id, outcome, null, 1000);
  }

  private static MigrationLedger ledger() {
    return AWS.application().get(MigrationLedger.class);
  }

  private static FaceCollections collections() {
    return AWS.application().get(FaceCollections.class);
  }
}
