package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceAnalysis.Subject;
import dev.riderphotos.face.FaceComparison;
import dev.riderphotos.face.FaceComparison.Match;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FaceAnalysis} keeps. Nothing here asserts a similarity: only who is like whom.
 */
public abstract class FaceAnalysisContract {
  private static final double LIKELY = 80;
  private static final Comparator<SeenFace> LARGEST_FIRST =
      Comparator.comparingDouble((SeenFace face) -> face.detail().box().area()).reversed();

  private final Portrait three = Portrait.together(Person.BORIS, Person.ADA, Person.CLARA);

  /** Any analysis; it may be the same for all tests. */
  protected abstract FaceAnalysis analysis();

  /** A print that the analysis must refuse. */
  protected abstract FacePrint printOfAnotherModel();

  @Test
  void anEmptyWallShowsNobody() {
    Subject ada = largest(Portrait.of(Person.ADA)).orElseThrow();

    assertThat(with(Portrait.nobody(), analysis()::analyse)).isEmpty();
    assertThat(largest(Portrait.nobody())).isEmpty();
    assertThat(compare(ada.print(), Portrait.nobody()))
        .isEqualTo(new FaceComparison(List.of(), List.of()));
  }

  @Test
  void everyFaceIsSeenTheLargestFirst() {
    List<SeenFace> faces = with(three, analysis()::analyse);

    assertThat(faces).hasSize(3).isSortedAccordingTo(LARGEST_FIRST);
    assertThat(with(three, analysis()::analyse)).isEqualTo(faces);
    assertThat(largest(three).map(Subject::seen)).contains(faces.getFirst());
  }

  @Test
  void aFaceIsLookedAtClosely() {
    SeenFace plain = with(Portrait.of(Person.ADA), analysis()::analyse).getFirst();
    SeenFace worn =
        with(Portrait.of(Person.ADA).wearingSunglasses(), analysis()::analyse).getFirst();

    assertThat(plain.landmarks()).extracting(Landmark::type).doesNotHaveDuplicates();
    assertThat(xOf(plain, LandmarkType.EYE_LEFT)).isLessThan(xOf(plain, LandmarkType.EYE_RIGHT));
    assertThat(plain.detail().sunglasses()).isFalse();
    assertThat(worn.detail().sunglasses()).isTrue();
    assertThat(plain.sunglassesConfidence()).isBetween(50.0, 100.0);
    assertThat(worn.sunglassesConfidence()).isBetween(50.0, 100.0);
  }

  @Test
  void aPersonIsKnownAmongOthersOnAnotherPicture() {
    Subject ada = largest(Portrait.of(Person.ADA)).orElseThrow();

    FaceComparison comparison = compare(ada.print(), three.take(1));

    assertThat(comparison.matches())
        .singleElement()
        .satisfies(
            match -> {
              assertThat(middle(match.face())).isCloseTo(0.5, within(0.1));
              assertThat(match.similarity()).isBetween(LIKELY, 100.0);
            });
    assertThat(comparison.unmatched()).hasSize(2).isSortedAccordingTo(LARGEST_FIRST);
  }

  @Test
  void theMostSimilarComeFirst() {
    Subject ada = largest(Portrait.of(Person.ADA)).orElseThrow();
    Portrait others = Portrait.together(Person.BORIS, Person.CLARA, Person.ADA).take(1);

    FaceComparison all =
        with(others, image -> analysis().compare(ada.print(), image, 0, QualityFilter.NONE));

    assertThat(all.unmatched()).isEmpty();
    assertThat(all.matches())
        .hasSize(3)
        .isSortedAccordingTo(Comparator.comparingDouble(Match::similarity).reversed());
    assertThat(middle(all.matches().getFirst().face())).isGreaterThan(0.6);
  }

  @Test
  void aPrintOfAnotherModelIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compare(printOfAnotherModel(), Portrait.of(Person.ADA)));
  }

  @Test
  void leavesThePictureAsItIs() {
    AtomicInteger closed = new AtomicInteger();
    Picture picture = Photos.picture(Portrait.of(Person.ADA), closed::incrementAndGet);
    byte[] before = picture.bgr().clone();

    assertThat(analysis().analyse(new FaceImage(picture, null))).isNotEmpty();

    assertThat(picture.bgr()).isEqualTo(before);
    assertThat(closed).hasValue(0); // it belongs to the caller
  }

  @Test
  void aPrintDoesNotShowInLogs() {
    Subject ada = largest(Portrait.of(Person.ADA)).orElseThrow();

    assertThat(ada.toString()).doesNotContain(ada.print().value());
  }

  private Optional<Subject> largest(Portrait portrait) {
    return with(portrait, image -> analysis().largest(image, QualityFilter.NONE));
  }

  private FaceComparison compare(FacePrint face, Portrait portrait) {
    return with(portrait, image -> analysis().compare(face, image, LIKELY, QualityFilter.NONE));
  }

  private static double xOf(SeenFace face, LandmarkType type) {
    return face.landmarks().stream()
        .filter(landmark -> landmark.type() == type)
        .findFirst()
        .orElseThrow()
        .x();
  }

  private static double middle(SeenFace face) {
    BoundingBox box = face.detail().box();
    return box.left() + box.width() / 2;
  }

  private static <T> T with(Portrait portrait, Function<FaceImage, T> work) {
    try (Picture picture = Photos.picture(portrait)) {
      return work.apply(new FaceImage(picture, null));
    }
  }
}
