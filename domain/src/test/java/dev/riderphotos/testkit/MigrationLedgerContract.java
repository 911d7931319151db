package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.UserId;
import dev.riderphotos.migration.FaceRow;
import dev.riderphotos.migration.ImageRecord;
import dev.riderphotos.migration.MigrationId;
import dev.riderphotos.migration.MigrationLedger;
import dev.riderphotos.migration.MigrationLedger.KeptFace;
import dev.riderphotos.migration.MigrationLedger.OpenRecord;
import dev.riderphotos.migration.Outcome;
import dev.riderphotos.migration.ProvidedFace;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link MigrationLedger} keeps. */
public abstract class MigrationLedgerContract {
  private static final BoundingBox BOX = new BoundingBox(0, 0.25, 0.5, 0.125);

  private final ProvidedFace ada = face("ada", "together", new UserId("ada"));
  private final ProvidedFace boris = face("boris", "together", null);
  private final ProvidedFace clara = face("clara", "clara", null);
  private final ImageRecord together = record("together.jpg", "pair", ada, boris);
  private final ImageRecord alone = record("clara.jpg", null, clara);

  /** A ledger of a migration that is known; the same one whenever it is asked for in one test. */
  protected abstract MigrationLedger ledger();

  /** The migration that the ledger is of. */
  protected abstract MigrationId id();

  @Test
  void worksWhenEmpty() {
    assertThat(ledger().open(id(), 0, 10)).isEmpty();
    assertThat(ledger().rows(id(), null, null, 10)).isEmpty();
    assertThat(ledger().provided(id(), List.of(ada.id()))).isEmpty();
    assertThat(ledger().named(id(), List.of(ada.id()))).isEmpty();
    assertThat(ledger().withdraw(id(), ada.id())).isFalse();
    assertThat(ledger().reopen(id(), Outcome.FAILED)).isZero();
    assertThat(ledger().finish(id(), 7, List.of(moved(ada, together, "x")), List.of())).hasSize(1);
    assertThat(ledger().counts(id()).provided()).isZero();
  }

  @Test
  void recordsAreOpenUntilTheyAreFinished() {
    add(together, alone);
    OpenRecord first = open().getFirst();
    assertThat(open()).extracting(OpenRecord::record).containsExactly(together, alone);
    assertThat(ledger().open(id(), first.number(), 10)).hasSize(1);
    assertThat(ledger().open(id(), 0, 1)).containsExactly(first);

    finish(first, moved(ada, together, "ada-2"), notReindexed(boris, together));

    assertThat(open()).extracting(OpenRecord::record).containsExactly(alone);
    assertThat(ledger().rows(id(), null, null, 10))
        .containsExactly(moved(ada, together, "ada-2"), notReindexed(boris, together));
    assertThat(ledger().rows(id(), Outcome.MOVED, null, 10)).hasSize(1);
    assertThat(ledger().rows(id(), null, ada.id(), 10)).hasSize(1);
    assertThat(ledger().row(id(), ada.id())).contains(moved(ada, together, "ada-2"));
    assertThat(ledger().row(id(), clara.id())).isEmpty();
    assertThat(ledger().counts(id()))
        .satisfies(
            counts -> {
              assertThat(counts.records()).isEqualTo(2);
              assertThat(counts.open()).isEqualTo(1);
              assertThat(counts.of(Outcome.MOVED)).isEqualTo(1);
              assertThat(counts.of(Outcome.NOT_REINDEXED)).isEqualTo(1);
              assertThat(counts.provided()).isEqualTo(3);
            });
  }

  @Test
  void aRecordMayBeFinishedAgain() {
    add(alone);
    OpenRecord record = open().getFirst();
    finish(record, moved(clara, alone, "first"));
    finish(record, moved(clara, alone, "second"));

    assertThat(ledger().rows(id(), null, null, 10)).containsExactly(moved(clara, alone, "second"));
    assertThat(ledger().named(id(), ids("first", "second"))).containsExactly(new FaceId("second"));
    assertThat(ledger().counts(id()).of(Outcome.MOVED)).isEqualTo(1);
  }

  @Test
  void whatWasDecidedOfAFaceCanBeUndone() {
    add(together);
    finish(open().getFirst(), moved(ada, together, "a"), notReindexed(boris, together));
    assertThat(ledger().beforeReview(id(), ada.id())).isEmpty();

    ledger().review(id(), notReindexed(ada, together));
    ledger().review(id(), moved(ada, together, "other"));
    ledger().review(id(), moved(ada, together, "other"));

    assertThat(ledger().row(id(), ada.id())).contains(moved(ada, together, "other"));
    assertThat(ledger().beforeReview(id(), ada.id())).contains(moved(ada, together, "a"));
    assertThat(ledger().named(id(), ids("a", "other"))).containsExactly(new FaceId("other"));
    ledger().review(id(), notReindexed(ada, together));
    assertThat(ledger().counts(id()).of(Outcome.NOT_REINDEXED)).isEqualTo(2);
    assertThat(ledger().counts(id()).of(Outcome.MOVED)).isZero();

    ledger().undoReview(id(), moved(ada, together, "a"));
    ledger().undoReview(id(), moved(ada, together, "again"));

    assertThat(ledger().row(id(), ada.id())).contains(moved(ada, together, "a"));
    assertThat(ledger().beforeReview(id(), ada.id())).isEmpty();
    assertThat(ledger().counts(id()).of(Outcome.MOVED)).isEqualTo(1);
    assertThat(ledger().counts(id()).provided()).isEqualTo(2);
  }

  @Test
  void nothingIsDecidedOfAFaceThatHasNoRow() {
    add(alone);
    ledger().review(id(), moved(clara, alone, "new"));
    assertThat(ledger().row(id(), clara.id())).isEmpty();
    assertThat(ledger().beforeReview(id(), clara.id())).isEmpty();

    finish(open().getFirst(), moved(clara, alone, "new"));
    ledger().review(id(), notReindexed(clara, alone));
    assertThat(ledger().withdraw(id(), clara.id())).isTrue();
    assertThat(ledger().beforeReview(id(), clara.id())).isEmpty();
    assertThat(ledger().counts(id()).provided()).isEqualTo(1);
  }

  @Test
  void whatIsKnownIsNotAddedAgain() {
    add(together, alone);
    assertThat(ledger().add(id(), List.of(together)))
        .containsExactlyInAnyOrder(ada.id(), boris.id());
    finish(open().getFirst(), moved(ada, together, "a"), moved(boris, together, "b"));
    assertThat(ledger().add(id(), List.of(together))).hasSize(2);

    assertThat(open()).hasSize(1);
    assertThat(ledger().counts(id()).records()).isEqualTo(2);
    assertThat(ledger().counts(id()).provided()).isEqualTo(3);
    assertThat(ledger().provided(id(), ids("ada", "nobody"))).containsExactly(ada.id());
    assertThat(ledger().provided(id(), null, 2)).containsExactly(ada.id(), boris.id());
    assertThat(ledger().provided(id(), boris.id(), 2)).containsExactly(clara.id());
  }

  @Test
  void facesOfOneImageJoinItsRecord() {
    add(record("together.jpg", "pair", ada));
    add(record("together.jpg", "pair", boris));
    add(record("together.jpg", null, face("dan", "together", null)));

    assertThat(open())
        .extracting(OpenRecord::record)
        .containsExactly(together, record("together.jpg", null, face("dan", "together", null)));
  }

  @Test
  void whoIsBesidesAFaceIsKnown() {
    add(together, alone);

    assertThat(ledger().besides(id(), ada.id())).containsExactly(boris);
    assertThat(ledger().besides(id(), clara.id())).isEmpty();
    assertThat(ledger().besides(id(), new FaceId("nobody"))).isEmpty();
  }

  @Test
  void whatJoinsARecordThatIsBeingMovedStaysOpen() {
    add(record("together.jpg", "pair", ada));
    OpenRecord read = open().getFirst();
    add(record("together.jpg", "pair", boris));

    finish(read, moved(ada, together, "a"));

    assertThat(open()).extracting(OpenRecord::record).containsExactly(together);
    assertThat(ledger().counts(id()).open()).isEqualTo(1);
  }

  @Test
  void facesWithoutAPhotoAreRejected() {
    FaceRow unknown = new FaceRow(clara, null, null, Outcome.REJECTED, "No photo.", null);
    ledger().reject(id(), List.of(unknown));
    ledger().reject(id(), List.of(unknown));

    assertThat(ledger().rows(id(), Outcome.REJECTED, null, 10)).containsExactly(unknown);
    assertThat(ledger().counts(id()).provided()).isEqualTo(1);
    assertThat(ledger().add(id(), List.of(alone))).containsExactly(clara.id());
    assertThat(ledger().reopen(id(), Outcome.REJECTED)).isZero();
  }

  @Test
  void failuresAreCountedAndARecordIsOpenedAgain() {
    add(alone);
    long number = open().getFirst().number();
    ledger().failed(id(), number, "It broke.");
    ledger().failed(id(), number, "It broke.");
    assertThat(open().getFirst().failures()).isEqualTo(2);

    finish(
        open().getFirst(),
        new FaceRow(clara, alone.photo(), null, Outcome.FAILED, "It broke.", null));
    assertThat(open()).isEmpty();
    assertThat(ledger().reopen(id(), Outcome.REJECTED)).isZero();
    assertThat(ledger().reopen(id(), Outcome.FAILED)).isEqualTo(1);

    assertThat(open()).containsExactly(new OpenRecord(number, alone, 0));
    assertThat(ledger().counts(id()).open()).isEqualTo(1);
    assertThat(ledger().counts(id()).of(Outcome.FAILED)).isZero();
  }

  @Test
  void aWithdrawnFaceIsForgottenButForItsCount() {
    add(together, alone);
    finish(open().getFirst(), moved(ada, together, "a"), moved(boris, together, "b"));

    assertThat(ledger().withdraw(id(), ada.id())).isTrue();
    assertThat(ledger().withdraw(id(), ada.id())).isFalse();
    assertThat(ledger().withdraw(id(), clara.id())).isTrue();

    assertThat(open()).isEmpty();
    assertThat(ledger().row(id(), ada.id())).isEmpty();
    assertThat(ledger().provided(id(), null, 10)).containsExactly(boris.id());
    assertThat(ledger().counts(id()).of(Outcome.WITHDRAWN)).isEqualTo(2);
    assertThat(ledger().counts(id()).of(Outcome.MOVED)).isEqualTo(1);
    assertThat(ledger().counts(id()).provided()).isEqualTo(3);
    assertThat(ledger().counts(id()).records()).isEqualTo(1);
  }

  @Test
  void rowsOfFacesThatWereWithdrawnMeanwhileAreNotWritten() {
    add(together, alone);
    List<OpenRecord> read = open();
    boolean _ = ledger().withdraw(id(), ada.id());
    boolean _ = ledger().withdraw(id(), clara.id());

    assertThat(finish(read.getFirst(), moved(ada, together, "a"), notReindexed(boris, together)))
        .containsExactly(moved(ada, together, "a"));
    assertThat(finish(read.getLast(), moved(clara, alone, "c")))
        .containsExactly(moved(clara, alone, "c"));

    assertThat(ledger().rows(id(), null, null, 10)).containsExactly(notReindexed(boris, together));
    assertThat(ledger().named(id(), ids("a", "c"))).isEmpty();
  }

  @Test
  void twoRowsMayNameOneNewFace() {
    ProvidedFace again = face("clara-again", "clara-again", null);
    add(alone, record("clara.jpg", null, again));
    for (OpenRecord record : open()) {
      finish(record, moved(record.record().faces().getFirst(), record.record(), "c"));
    }

    assertThat(ledger().rowsOf(id(), new FaceId("c")))
        .extracting(row -> row.provided().id())
        .containsExactlyInAnyOrder(clara.id(), again.id());
    boolean _ = ledger().withdraw(id(), clara.id());
    assertThat(ledger().named(id(), ids("c"))).hasSize(1);
  }

  @Test
  void newFacesMayBeKept() {
    add(together);
    IndexedFace dan = indexed("dan");
    OpenRecord record = open().getFirst();
    List<FaceRow> rows = List.of(moved(ada, together, "a"), notReindexed(boris, together));
    List<FaceRow> _ = ledger().finish(id(), record.number(), rows, List.of(indexed("eve")));
    List<FaceRow> _ = ledger().finish(id(), record.number(), rows, List.of(dan));

    assertThat(ledger().kept(id(), null, 10)).containsExactly(new KeptFace(dan, together.photo()));
    assertThat(ledger().kept(id(), dan.id(), 10)).isEmpty();
    assertThat(ledger().named(id(), ids("dan", "eve", "a"))).isEqualTo(Set.copyOf(ids("dan", "a")));
    assertThat(ledger().counts(id()).newFaces()).isEqualTo(1);
  }

  @Test
  void rowsAreReadPageByPage() {
    List<ImageRecord> many =
        IntStream.range(0, 250)
            .mapToObj(i -> record(i + ".jpg", null, face("f%03d".formatted(i), "i" + i, null)))
            .toList();
    Set<FaceId> _ = ledger().add(id(), many);
    for (OpenRecord record : ledger().open(id(), 0, 1000)) {
      ProvidedFace face = record.record().faces().getFirst();
      finish(record, moved(face, record.record(), "new-" + face.id()));
    }

    List<FaceRow> read = new ArrayList<>();
    FaceId after = null;
    List<FaceRow> page;
    do {
      page = ledger().rows(id(), Outcome.MOVED, after, 100);
      read.addAll(page);
      after = page.isEmpty() ? null : page.getLast().provided().id();
    } while (page.size() == 100);

    assertThat(read).extracting(row -> row.provided().id().value()).isSorted().hasSize(250);
  }

  @Test
  void allOfItIsDeletedForGood() {
    add(together, alone);
    finish(open().getFirst(), moved(ada, together, "a"), notReindexed(boris, together));

    ledger().delete(id());
    ledger().delete(id());

    assertThat(ledger().counts(id()).provided()).isZero();
    assertThat(ledger().rows(id(), null, null, 10)).isEmpty();
  }

  private void add(ImageRecord... records) {
    assertThat(ledger().add(id(), List.of(records))).isEmpty();
  }

  private List<OpenRecord> open() {
    return ledger().open(id(), 0, 10);
  }

  private List<FaceRow> finish(OpenRecord record, FaceRow... rows) {
    return ledger().finish(id(), record.number(), List.of(rows), List.of());
  }

  private static List<FaceId> ids(String... ids) {
    return List.of(ids).stream().map(FaceId::new).toList();
  }

  private static ProvidedFace face(String id, String image, @Nullable UserId user) {
    return new ProvidedFace(new FaceId(id), new ImageId(image), user, BOX);
  }

  private static ImageRecord record(String key, @Nullable String name, ProvidedFace... faces) {
    return new ImageRecord(
        new PhotoRef("photos", key),
        name == null ? null : new ExternalImageId(name),
        List.of(faces));
  }

  private static IndexedFace indexed(String id) {
    return new IndexedFace(
        new FaceId(id), new ImageId("new-image"), new ExternalImageId("pair"), BOX, 99.5);
  }

  private static FaceRow moved(ProvidedFace face, ImageRecord record, String newFace) {
    return new FaceRow(
        face,
        record.photo(),
        record.externalImageId(),
        Outcome.MOVED,
        null,
        new FaceRow.Match(indexed(newFace), 0.75, 0.25));
  }

  private static FaceRow notReindexed(ProvidedFace face, ImageRecord record) {
    return new FaceRow(
        face,
        record.photo(),
        record.externalImageId(),
        Outcome.NOT_REINDEXED,
        "Not found.",
        new FaceRow.Match(indexed("nearest"), 0.125, 0));
  }
}
