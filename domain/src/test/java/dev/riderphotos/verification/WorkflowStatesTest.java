package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.Conflict;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.face.NewFace;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.step.AddFaceToIndex.Addition;
import dev.riderphotos.step.CheckFaceDuplicate.Comparison;
import dev.riderphotos.step.Detection;
import dev.riderphotos.step.Refusals;
import dev.riderphotos.testkit.KnownFaces;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The states, each called by itself and more than once. */
class WorkflowStatesTest {
  private static final PhotoRef PHOTO = new PhotoRef("rider-photos", "a/photo.jpg");
  private static final PhotoRef THUMBNAIL = new PhotoRef("rider-thumbnails", "a/resized-photo.jpg");

  private final Verifications verifications = new Verifications();
  private final WorkflowStates states =
      verifications.ports().states(Verifications.AS_IN_THE_REFERENCE);

  @Test
  void detectingGivesTheOpenPictureAndTheSameFaceEachTime() {
    verifications.photos().put(PHOTO, Photos.oneFace());

    for (int time = 1; time <= 2; time++) {
      Detection detection = states.faceDetection().detect(PHOTO);
      assertThat(detection)
          .isInstanceOfSatisfying(
              Detection.Suitable.class,
              suitable -> {
                assertThat(verifications.opener().stillOpen()).isOne();
                assertThat(suitable.face())
                    .isEqualTo(KnownFaces.faceOf(Portrait.of(Person.ADA).size(320, 320)));
                suitable.picture().close();
              });
    }
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void detectingClosesThePictureOfARefusedPhoto() {
    verifications.photos().put(PHOTO, Photos.twoFaces());

    Detection detection = states.faceDetection().detect(PHOTO);

    assertThat(detection)
        .isInstanceOfSatisfying(
            Detection.Refused.class, refused -> assertThat(refused.faces()).hasSize(2));
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void comparingAsksForAtMostThreeThatAreAtLeastSeventyAlike() {
    List<Person> others = Person.named().subList(1, 6);
    others.forEach(person -> verifications.collection().lookAlike(Person.ADA, person));
    others.forEach(person -> index(person, person.name()));
    index(Person.LEON, "a stranger");

    Comparison comparison = states.checkFaceDuplicate().check(Riders.ada(), newFace("upload"));

    assertThat(comparison.refusal()).isEmpty();
    assertThat(comparison.matches())
        .hasSize(3)
        .allSatisfy(match -> assertThat(match.similarity()).isGreaterThanOrEqualTo(70))
        .noneMatch(FaceMatch::duplicate);
    assertThat(states.checkFaceDuplicate().check(Riders.ada(), newFace("upload")))
        .isEqualTo(comparison);
  }

  @Test
  void indexingAgainFindsTheFaceThatWasIndexed() {
    Addition first = states.addFaceToIndex().add(Riders.ada(), newFace("upload"));
    Addition again = states.addFaceToIndex().add(Riders.ada(), newFace("upload"));

    assertThat(first).isInstanceOf(Addition.Indexed.class).isEqualTo(again);
    assertThat(states.addFaceToIndex().add(Riders.ada(), newFace("another upload")))
        .isInstanceOfSatisfying(
            Addition.Refused.class,
            refused -> assertThat(refused.verdict()).isEqualTo(Refusals.faceExists(false)));
    assertThat(verifications.collection().size()).isOne();
  }

  @Test
  void indexingIsUndoneAsOftenAsItIsAsked() {
    index(Person.BORIS, "boris");
    assertThat(states.addFaceToIndex().add(Riders.ada(), newFace("upload")))
        .isInstanceOf(Addition.Indexed.class);

    states.addFaceToIndex().undo(new ImageId("upload"));
    states.addFaceToIndex().undo(new ImageId("upload"));

    assertThat(verifications.collection().all())
        .singleElement()
        .satisfies(
            face -> assertThat(face.externalImageId()).isEqualTo(ExternalImageId.of("boris")));
  }

  @Test
  void aThumbnailIsMadeAndUndoneAsOftenAsItIsAsked() {
    Picture picture = Photos.picture(Portrait.of(Person.ADA).size(600, 400));
    Submission submission = new Submission(Riders.ada(), PHOTO, false, null);

    assertThat(states.thumbnail().make(PHOTO, picture)).isEqualTo(THUMBNAIL);
    assertThat(states.thumbnail().make(PHOTO, picture)).isEqualTo(THUMBNAIL);
    assertThat(verifications.photos().refs()).containsExactly(THUMBNAIL);

    states.thumbnail().undo(submission);
    states.thumbnail().undo(submission);
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void aThumbnailThatTheProfileShowsIsNotUndone() {
    assertThat(states.thumbnail().make(PHOTO, Photos.picture(Portrait.of(Person.ADA))))
        .isEqualTo(THUMBNAIL);
    persist(profile(Riders.ada(), "face"));

    states.thumbnail().undo(new Submission(Riders.ada(), PHOTO, false, null));

    assertThat(verifications.photos().refs()).containsExactly(THUMBNAIL);
  }

  @Test
  void theEarlierProfileIsToldBeforeItIsOverwritten() {
    RiderProfile first = profile(Riders.ada(), "first");
    persist(first);
    List<RiderProfile> told = new ArrayList<>();

    assertThat(
            states
                .persistMetadata()
                .persist(
                    profile(Riders.ada(), "second"),
                    true,
                    earlier -> {
                      told.add(earlier);
                      assertThat(verifications.profiles().find(Riders.ada())).contains(first);
                    }))
        .isEmpty();

    assertThat(told).containsExactly(first);
    assertThat(verifications.profiles().find(Riders.ada()))
        .contains(profile(Riders.ada(), "second"));
  }

  @Test
  void persistingAgainTellsNothingAndChangesNothing() {
    persist(profile(Riders.ada(), "face"));
    persist(profile(Riders.ada(), "face"));

    assertThat(verifications.profiles().all()).containsExactly(profile(Riders.ada(), "face"));
  }

  @Test
  void aProfileThatMustStandIsNotOverwritten() {
    FaceId face = index(Person.ADA, "ada");
    RiderProfile first = new RiderProfile(Riders.ada(), face, PHOTO, THUMBNAIL);
    persist(first);

    assertThat(
            states
                .persistMetadata()
                .persist(
                    profile(Riders.ada(), "second"),
                    false,
                    earlier -> {
                      throw new AssertionError("Nothing was to be replaced: " + earlier);
                    }))
        .hasValueSatisfying(
            refusal ->
                assertThat(refusal.message())
                    .isEqualTo("This is not the face that this rider registered."));
    assertThat(verifications.profiles().find(Riders.ada())).contains(first);
  }

  @Test
  void whoeverComesBetweenIsNotOverwrittenUnseen() {
    persist(profile(Riders.ada(), "first"));
    RiderProfile between = profile(Riders.ada(), "between");

    assertThatThrownBy(
            () ->
                states
                    .persistMetadata()
                    .persist(
                        profile(Riders.ada(), "second"),
                        true,
                        earlier ->
                            assertThat(verifications.profiles().replace(earlier, between))
                                .contains(between)))
        .isInstanceOf(Conflict.class);
    assertThat(verifications.profiles().find(Riders.ada())).contains(between);
  }

  @Test
  void whatIsDiscardedIsOnlyWhatThePresentProfileDoesNotPointTo() {
    RiderProfile first = profile(Riders.ada(), "first");
    verifications.photos().put(PHOTO, Photos.oneFace());
    verifications.photos().put(THUMBNAIL, Photos.oneFace());
    persist(profile(Riders.ada(), "second"));

    states.persistMetadata().discard(first);
    assertThat(verifications.photos().refs()).containsExactlyInAnyOrder(PHOTO, THUMBNAIL);

    verifications.profiles().delete(profile(Riders.ada(), "second"));
    states.persistMetadata().discard(first);
    states.persistMetadata().discard(first);
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void theProfileThatStandsIsNotDiscarded() {
    FaceId face = index(Person.ADA, "ada");
    RiderProfile standing = new RiderProfile(Riders.ada(), face, PHOTO, THUMBNAIL);
    verifications.photos().put(PHOTO, Photos.oneFace());
    persist(standing);

    states.persistMetadata().discard(standing);

    assertThat(verifications.collection().find(face)).isPresent();
    assertThat(verifications.photos().refs()).containsExactly(PHOTO);
  }

  private void persist(RiderProfile profile) {
    assertThat(
            states
                .persistMetadata()
                .persist(
                    profile,
                    true,
                    earlier -> {
                      throw new AssertionError("Nothing was to be replaced: " + earlier);
                    }))
        .isEmpty();
  }

  private FaceId index(Person person, String name) {
    NewFace face =
        new NewFace(
            new ImageId("image of " + name),
            new RiderId(name).externalImageId(),
            KnownFaces.faceOf(Portrait.of(person)),
            false);
    if (states.addFaceToIndex().add(Riders.ada(), face)
        instanceof Addition.Indexed(var indexed, _)) {
      return indexed.id();
    }
    throw new AssertionError("Not indexed: " + name);
  }

  private static NewFace newFace(String image) {
    return new NewFace(
        new ImageId(image),
        Riders.ada().externalImageId(),
        KnownFaces.faceOf(Portrait.of(Person.ADA)),
        false);
  }

  private static RiderProfile profile(RiderId rider, String face) {
    return new RiderProfile(rider, new FaceId(face), PHOTO, THUMBNAIL);
  }
}
