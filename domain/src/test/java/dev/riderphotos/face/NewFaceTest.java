package dev.riderphotos.face;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.KnownFaces;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewFaceTest {
  private final DetectedFace face = KnownFaces.faceOf(Portrait.of(Person.ADA));

  @Test
  void aDuplicateStandsInTheWay() {
    assertThat(newFace("ada", false).isBarredBy(match("boris", "earlier", true))).isTrue();
    assertThat(newFace("ada", true).isBarredBy(match("boris", "earlier", true))).isTrue();
  }

  @Test
  void someoneWhoOnlyLooksSimilarDoesNot() {
    assertThat(newFace("ada", false).isBarredBy(match("boris", "earlier", false))).isFalse();
  }

  @Test
  void theFaceOfTheSameImageDoesNot() {
    assertThat(newFace("ada", false).isBarredBy(match("ada", "image", true))).isFalse();
  }

  @Test
  void onesOwnFaceDoesUnlessItMayBeSentAgain() {
    assertThat(newFace("ada", false).isBarredBy(match("ada", "earlier", true))).isTrue();
    assertThat(newFace("ada", true).isBarredBy(match("ada", "earlier", true))).isFalse();
  }

  @Test
  void whetherItIsOnesOwnIsSaidByTheTwoFacesAlone() {
    assertThat(newFace("ada", false).isBarredBy(match("ada", "earlier", false))).isTrue();
    assertThat(newFace("ada", false).beside(null, 99.5).isBarredBy(match("ada", "earlier", true)))
        .isFalse();
  }

  @Test
  void onesOwnFaceMayBeKnownByItsIdAlone() {
    NewFace beside = newFace("ada", true).beside(new FaceId("face"), 70);

    assertThat(beside.isBarredBy(match("somebody", "earlier", true))).isFalse();
    assertThat(newFace("ada", true).isBarredBy(match("somebody", "earlier", true))).isTrue();
  }

  @Test
  void oneThatItWasToldFromDoesNot() {
    NewFace told = newFace("ada", false).judged(Set.of(new FaceId("face")), Set.of());

    assertThat(told.isBarredBy(match("boris", "earlier", true))).isFalse();
    assertThat(told.isToBeCompared(match("boris", "earlier", false))).isFalse();
    assertThat(newFace("ada", false).isToBeCompared(match("boris", "earlier", false))).isTrue();
  }

  @Test
  void whoIsTheSamePersonUnderAnotherNameDoes() {
    NewFace one = newFace("ada", false).judged(Set.of(), Set.of(ExternalImageId.of("boris")));

    assertThat(one.isBarredBy(match("boris", "earlier", false))).isTrue();
    assertThat(one.isBarredBy(match("clara", "earlier", false))).isFalse();
    assertThat(one.leastBarring()).isEqualTo(DuplicateRule.REFERENCE_SIMILARITY);
    assertThat(newFace("ada", true).leastBarring()).isEqualTo(100);
  }

  @Test
  void aPrintIsNotPrinted() {
    assertThat(newFace("ada", false).toString()).doesNotContain(face.print().value());
  }

  private NewFace newFace(String name, boolean mayResembleOwn) {
    return new NewFace(new ImageId("image"), ExternalImageId.of(name), face, mayResembleOwn);
  }

  private FaceMatch match(String name, String image, boolean duplicate) {
    IndexedFace indexed =
        new IndexedFace(
            new FaceId("face"),
            new ImageId(image),
            ExternalImageId.of(name),
            face.detail().box(),
            99);
    return new FaceMatch(indexed, 99, duplicate);
  }
}
