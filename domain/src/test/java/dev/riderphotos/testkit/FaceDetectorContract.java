package dev.riderphotos.testkit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.DetectedFace;
import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link FaceDetector} keeps. */
public abstract class FaceDetectorContract {
  private final Portrait couple = Portrait.together(Person.ADA, Person.BORIS);

  /** Any detector; it may be the same for all tests. */
  protected abstract FaceDetector detector();

  @Test
  void findsNobodyOnAnEmptyWall() {
    assertThat(detect(Portrait.nobody())).isEmpty();
  }

  @Test
  void findsTheOneFaceWhereItIs() {
    for (Person person : List.of(Person.ADA, Person.BORIS, Person.CLARA)) {
      List<DetectedFace> faces = detect(Portrait.of(person));

      assertThat(faces).as(person.name()).hasSize(1);
      assertThat(middle(faces.getFirst())).isCloseTo(0.5, within(0.15));
    }
  }

  @Test
  void describesAFaceInTheUnitsThatItShould() {
    FaceDetail detail = detect(Portrait.of(Person.ADA)).getFirst().detail();

    assertThat(detail.confidence()).isBetween(50.0, 100.0);
    assertThat(detail.brightness()).isBetween(1.0, 100.0);
    assertThat(detail.sharpness()).isBetween(1.0, 100.0);
    assertThat(detail.box().withinPicture().area()).isBetween(0.05, 0.8);
    assertThat(detail.pose().yaw()).isBetween(-45.0, 45.0);
    assertThat(detail.pose().pitch()).isBetween(-45.0, 45.0);
    assertThat(detail.pose().roll()).isBetween(-45.0, 45.0);
  }

  @Test
  void saysHowManyPixelsTheEyesAreApart() {
    Portrait large = Portrait.of(Person.ADA).size(800, 800);
    FaceDetail face = detect(large).getFirst().detail();

    assertThat(face.eyeDistance())
        .isBetween(0.3 * face.box().width() * 800, 0.7 * face.box().width() * 800);
    assertThat(detect(large.size(400, 400)).getFirst().detail().eyeDistance())
        .isCloseTo(requireNonNull(face.eyeDistance()) / 2, withinPercentage(10));
  }

  @Test
  void findsAllFacesTheLargestFirst() {
    List<DetectedFace> faces = detect(couple);

    assertThat(faces).hasSize(2);
    assertThat(faces.getFirst().detail().box().area())
        .isGreaterThanOrEqualTo(faces.getLast().detail().box().area());
    assertThat(faces.stream().mapToDouble(FaceDetectorContract::middle).sorted().toArray())
        .satisfies(
            columns -> {
              assertThat(columns[0]).isCloseTo(0.25, within(0.15));
              assertThat(columns[1]).isCloseTo(0.75, within(0.15));
            });
  }

  @Test
  void seesSunglassesWhereThereAreSome() {
    for (Person person : List.of(Person.ADA, Person.BORIS, Person.CLARA)) {
      Portrait portrait = Portrait.of(person);

      assertThat(detect(portrait)).noneMatch(face -> face.detail().sunglasses());
      assertThat(detect(portrait.wearingSunglasses()))
          .singleElement()
          .matches(face -> face.detail().sunglasses());
    }
  }

  @Test
  void theSamePictureGivesTheSameFaces() {
    assertThat(detect(couple)).isEqualTo(detect(couple));
  }

  @Test
  void manyCanAskAtOnce() {
    List<DetectedFace> alone = detect(couple);

    List<List<DetectedFace>> together = Concurrently.call(8, _ -> detect(couple));

    assertThat(together).allSatisfy(faces -> assertThat(faces).isEqualTo(alone));
  }

  @Test
  void leavesThePictureAsItIs() {
    AtomicInteger closed = new AtomicInteger();
    Picture picture = Photos.picture(Portrait.of(Person.ADA), closed::incrementAndGet);
    byte[] before = picture.bgr().clone();

    assertThat(detector().detect(picture, null)).isNotEmpty();

    assertThat(picture.bgr()).isEqualTo(before);
    assertThat(closed).hasValue(0); // it belongs to the caller
  }

  @Test
  void aPrintDoesNotShowInLogs() {
    DetectedFace face = detect(Portrait.of(Person.ADA)).getFirst();

    assertThat(face.toString()).doesNotContain(face.print().value());
  }

  private List<DetectedFace> detect(Portrait portrait) {
    try (Picture picture = Photos.picture(portrait)) {
      return detector().detect(picture, null);
    }
  }

  private static double middle(DetectedFace face) {
    BoundingBox box = face.detail().box();
    return box.left() + box.width() / 2;
  }
}
