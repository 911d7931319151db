package dev.riderphotos.embedded.engine;

import static dev.riderphotos.face.LandmarkType.CHIN_BOTTOM;
import static dev.riderphotos.face.LandmarkType.EYE_LEFT;
import static dev.riderphotos.face.LandmarkType.EYE_RIGHT;
import static dev.riderphotos.face.LandmarkType.MOUTH_LEFT;
import static dev.riderphotos.face.LandmarkType.MOUTH_UP;
import static dev.riderphotos.face.LandmarkType.NOSE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.ModelVersion;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceAnalysis.Subject;
import dev.riderphotos.face.FaceComparison;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EngineFaceAnalysisTest {
  private final FaceAnalysis analysis =
      new EngineFaceAnalysis(() -> Engines.of(ModelVersion.DEFAULT));

  @Test
  void landmarksLieWhereTheyShould() {
    SeenFace ada = with(Portrait.of(Person.ADA), analysis::analyse).getFirst();

    assertThat(ada.landmarks())
        .hasSize(28)
        .extracting(Landmark::type)
        .doesNotHaveDuplicates()
        .doesNotContain(LandmarkType.LEFT_PUPIL, LandmarkType.RIGHT_PUPIL);
    assertThat(point(ada, EYE_LEFT).x()).isLessThan(point(ada, EYE_RIGHT).x());
    assertThat(point(ada, EYE_LEFT).y()).isLessThan(point(ada, NOSE).y());
    assertThat(point(ada, NOSE).y()).isLessThan(point(ada, MOUTH_UP).y());
    assertThat(point(ada, MOUTH_LEFT).x()).isLessThan(point(ada, CHIN_BOTTOM).x());
    assertThat(point(ada, MOUTH_UP).y()).isLessThan(point(ada, CHIN_BOTTOM).y());
  }

  @Test
  void saysHowSureItIsOfSunglasses() {
    SeenFace without = with(Portrait.of(Person.ADA), analysis::analyse).getFirst();
    SeenFace worn = with(Portrait.of(Person.ADA).wearingSunglasses(), analysis::analyse).getFirst();

    assertThat(without.detail().sunglasses()).isFalse();
    assertThat(worn.detail().sunglasses()).isTrue();
    assertThat(without.sunglassesConfidence()).isBetween(50.0, 100.0);
    assertThat(worn.sunglassesConfidence()).isBetween(50.0, 100.0);
  }

  @Test
  void comparesTheLargestFaceWithAllOthers() {
    Subject ada =
        with(Portrait.of(Person.ADA), image -> analysis.largest(image, QualityFilter.AUTO))
            .orElseThrow();

    FaceComparison comparison =
        with(
            Portrait.together(Person.BORIS, Person.ADA).take(1),
            image -> analysis.compare(ada.print(), image, 80, QualityFilter.NONE));

    assertThat(comparison.matches())
        .singleElement()
        .satisfies(match -> assertThat(match.face().detail().box().left()).isGreaterThan(0.5));
    assertThat(comparison.unmatched()).hasSize(1);
    Optional<Subject> nobody =
        with(Portrait.nobody(), image -> analysis.largest(image, QualityFilter.NONE));
    assertThat(nobody).isEmpty();
  }

  private static Landmark point(SeenFace face, LandmarkType type) {
    return face.landmarks().stream()
        .filter(landmark -> landmark.type() == type)
        .findFirst()
        .orElseThrow();
  }

  private static <T> T with(Portrait portrait, Function<FaceImage, T> work) {
    try (Picture picture = Photos.picture(portrait)) {
      return work.apply(new FaceImage(picture, null));
    }
  }
}
