package dev.riderphotos.embedded.engine;

import static dev.riderphotos.face.LandmarkType.CHIN_BOTTOM;
import static dev.riderphotos.face.LandmarkType.EYE_LEFT;
import static dev.riderphotos.face.LandmarkType.EYE_RIGHT;
import static dev.riderphotos.face.LandmarkType.MOUTH_LEFT;
import static dev.riderphotos.face.LandmarkType.MOUTH_UP;
import static dev.riderphotos.face.LandmarkType.NOSE;
import static dev.riderphotos.face.QualityFilter.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.engine.model.FaceModel;
import dev.riderphotos.engine.model.ModelVersion;
import dev.riderphotos.face.FaceAnalysis;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.FacePrint;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.face.SeenFace;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.FaceAnalysisContract;
import dev.riderphotos.testkit.Photos;
import org.junit.jupiter.api.Test;

class EngineFaceAnalysisTest extends FaceAnalysisContract {
  private final FaceAnalysis analysis =
      new EngineFaceAnalysis(Engines::of, () -> Engines.MODEL, Engines::model);

  @Override
  protected FaceAnalysis analysis() {
    return analysis;
  }

  @Override
  protected FacePrint printOfAnotherModel() {
    return new FacePrint("faceapi-9:AAAA");
  }

  @Test
  void aFaceThatWasSeenByTheModelOfAMomentAgoIsComparedByThatModel() {
    FaceModel before = Engines.model(ModelVersion.FACEAPI_1);
    FacePrint ada = Engines.face(before, Portrait.of(Person.ADA)).print();

    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).take(1))) {
      assertThat(analysis.compare(ada, new FaceImage(picture, null), 70, NONE).matches())
          .hasSize(1);
    }
  }

  @Test
  void landmarksLieWhereTheyShould() {
    SeenFace ada;
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA))) {
      ada = analysis.analyse(new FaceImage(picture, null)).getFirst();
    }

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

  private static Landmark point(SeenFace face, LandmarkType type) {
    return face.landmarks().stream()
        .filter(landmark -> landmark.type() == type)
        .findFirst()
        .orElseThrow();
  }
}
