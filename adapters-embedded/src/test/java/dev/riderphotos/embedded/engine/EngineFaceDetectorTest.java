package dev.riderphotos.embedded.engine;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.face.FaceImage;
import dev.riderphotos.face.Landmark;
import dev.riderphotos.face.LandmarkType;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.FaceDetectorContract;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineFaceDetectorTest extends FaceDetectorContract {
  @Override
  protected FaceDetector detector() {
    return Engines.detector();
  }

  @Test
  void eyesAreApartAsFarAsTheirLandmarks() {
    try (Picture picture = Photos.picture(Portrait.of(Person.ADA).size(640, 480))) {
      FaceDetail seen = detector().detect(picture, null).getFirst().detail();
      Map<LandmarkType, Landmark> places =
          new EngineFaceAnalysis(Engines::of, () -> Engines.MODEL, Engines::model)
              .analyse(new FaceImage(picture, null)).getFirst().landmarks().stream()
                  .collect(toMap(Landmark::type, identity()));
      Landmark left = requireNonNull(places.get(LandmarkType.EYE_LEFT));
      Landmark right = requireNonNull(places.get(LandmarkType.EYE_RIGHT));

      assertThat(seen.eyeDistance())
          .isCloseTo(
              Math.hypot(640 * (left.x() - right.x()), 480 * (left.y() - right.y())), within(0.01));
    }
  }
}
