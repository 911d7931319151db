package dev.riderphotos.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.gallery.Change.State;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.TestGallery;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies before and after every single call, and the next one takes up what it left. */
class GalleryCrashTest {
  static Stream<Arguments> deaths() {
    return Stream.of(Change.values())
        .flatMap(
            change ->
                Stream.of(Fault.CRASH, Fault.CRASH_AFTERWARDS)
                    .map(death -> Arguments.of(change, death)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whateverIsCutShortIsDoneOrNotDoneAndNeverHalf(Change change, Fault death) {
    State end = change.end();
    int calls = 0;
    boolean died;
    do {
      Scene scene = new Scene();
      FaceId face = change.prepare(scene);
      State before = State.of(scene);
      died = dies(scene.gallery(), ++calls, death, () -> change.play(scene.gallery(), face));

      TestGallery next = scene.anotherProcess();
      next.finishAll();

      scene.holds(Change.NAME);
      assertThat(State.of(scene)).as("after call %d", calls).isIn(before, end);
      change.play(next, face);
      scene.holds(Change.NAME);
      assertThat(State.of(scene)).as("repeated after call %d", calls).isEqualTo(end);
    } while (died);
    assertThat(calls).isGreaterThan(4);
  }

  @ParameterizedTest
  @EnumSource
  void neitherDoTwoCrashesLeaveAnythingHalfDone(Change change) {
    State end = change.end();
    int calls = 0;
    boolean died;
    do {
      died = dyingTwice(change, end, ++calls);
    } while (died);
  }

  private static boolean dyingTwice(Change change, State end, int firstDeath) {
    int calls = 0;
    boolean died;
    boolean diedAgain;
    do {
      Scene scene = new Scene();
      FaceId face = change.prepare(scene);
      State before = State.of(scene);
      died =
          dies(
              scene.gallery(),
              firstDeath,
              Fault.CRASH_AFTERWARDS,
              () -> change.play(scene.gallery(), face));
      TestGallery second = scene.anotherProcess();
      diedAgain = dies(second, ++calls, Fault.CRASH_AFTERWARDS, second::finishAll);

      scene.anotherProcess().finishAll();

      scene.holds(Change.NAME);
      assertThat(State.of(scene)).isIn(before, end);
    } while (diedAgain);
    return died;
  }

  private static boolean dies(TestGallery gallery, int call, Fault death, Runnable work) {
    gallery.faults().nth(call, death, _ -> true);
    try {
      work.run();
      gallery.faults().heal();
      return false;
    } catch (Crash _) {
      return true;
    }
  }
}
