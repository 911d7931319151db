package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Change.State;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Call;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.TestGallery;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of every port that the gallery makes, broken in every way. */
class BrokenGalleryTest {
  private static final Set<Fault> FAULTS =
      Set.of(
          Fault.RETRYABLE,
          Fault.FINAL,
          Fault.NO_ROOM,
          Fault.ANSWER_LOST,
          Fault.ANSWER_LOST_FOR_GOOD);
  private static final Set<Fault> NOTHING_DONE =
      Set.of(Fault.RETRYABLE, Fault.FINAL, Fault.NO_ROOM);

  /** What changes nothing. */
  enum Question {
    SEARCH,
    SEARCH_FOR_ALL,
    LIST,
    FACE,
    CROP,
    SIZE;

    Object ask(TestGallery gallery, FaceId face) {
      GalleryListing listing = gallery.listing();
      return switch (this) {
        case SEARCH -> gallery.search().search(Photos.twoFaces(), false);
        case SEARCH_FOR_ALL -> gallery.search().search(Photos.twoFaces(), true);
        case LIST -> listing.faces(listing.collection(), null, 10);
        case FACE -> listing.face(face);
        case CROP -> listing.crop(face);
        case SIZE -> listing.size();
      };
    }
  }

  static Stream<Arguments> callsOfChanges() {
    return Stream.of(Change.values())
        .flatMap(
            change -> {
              Scene healthy = new Scene();
              FaceId face = change.prepare(healthy);
              int before = healthy.gallery().faults().calls().size();
              change.play(healthy.gallery(), face);
              List<Call> calls = healthy.gallery().faults().calls();
              return IntStream.range(before, calls.size())
                  .mapToObj(call -> Arguments.of(change, call - before + 1, calls.get(call)));
            });
  }

  @ParameterizedTest
  @MethodSource("callsOfChanges")
  void oneFaultIsReportedAndLeavesNothingHalfDone(Change change, int number, Call broken) {
    State end = change.end();
    for (Fault fault : FAULTS) {
      Scene scene = new Scene();
      FaceId face = change.prepare(scene);
      State before = State.of(scene);
      Faults faults = scene.gallery().faults();
      faults.nth(number, fault, _ -> true);

      reports(broken, () -> change.play(scene.gallery(), face));

      assertPicturesClosed(scene, fault);
      faults.heal();
      endsWell(scene, change, face, before, end);
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfChanges")
  void aFaultThatStaysIsMendedLater(Change change, int number, Call broken) {
    assertThat(number).isPositive();
    State end = change.end();
    for (Fault fault : FAULTS) {
      Scene scene = new Scene();
      FaceId face = change.prepare(scene);
      State before = State.of(scene);
      Faults faults = scene.gallery().faults();
      faults.always(fault, broken::equals);

      reports(broken, () -> change.play(scene.gallery(), face));
      finishIfPossible(scene.gallery());

      assertPicturesClosed(scene, fault);
      faults.heal();
      endsWell(scene, change, face, before, end);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatOnlyLooksReportsEveryFaultAndChangesNothing(Question question) {
    Scene scene = new Scene();
    FaceId face = scene.index(Change.NAME, Photos.twoFaces()).faces().getFirst().id();
    State state = State.of(scene);
    Faults faults = scene.gallery().faults();
    int before = faults.calls().size();
    Object answer = question.ask(scene.gallery(), face);
    List<Call> calls = faults.calls().subList(before, faults.calls().size());
    assertThat(calls).isNotEmpty();

    for (Call broken : Set.copyOf(calls)) {
      for (Fault fault : NOTHING_DONE) {
        faults.always(fault, broken::equals);
        reports(broken, () -> question.ask(scene.gallery(), face));
        faults.heal();
      }
    }

    assertThat(scene.gallery().stillOpen()).isZero();
    assertThat(State.of(scene)).isEqualTo(state);
    assertThat(question.ask(scene.gallery(), face)).isEqualTo(answer);
  }

  private static void endsWell(Scene scene, Change change, FaceId face, State before, State end) {
    scene.gallery().finishAll();
    scene.holds(Change.NAME);
    assertThat(State.of(scene)).isIn(before, end);
    change.play(scene.gallery(), face);
    scene.holds(Change.NAME);
    assertThat(State.of(scene)).isEqualTo(end);
  }

  /** A picture whose answer was lost cannot be closed by anybody. */
  private static void assertPicturesClosed(Scene scene, Fault fault) {
    if (NOTHING_DONE.contains(fault)) {
      assertThat(scene.gallery().stillOpen()).isZero();
    }
  }

  private static void reports(Call broken, ThrowingCallable work) {
    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(work)
        .withMessage("Could not do " + broken);
  }

  private static void finishIfPossible(TestGallery gallery) {
    try {
      gallery.finishAll();
    } catch (BackendException stillBroken) {
      assertThat(stillBroken).hasMessageStartingWith("Could not do ");
    }
  }
}
