package dev.riderphotos.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.FaceMatch;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.Notification;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Step.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The workflow when nothing breaks. */
class VerifyRiderPhotoTest {
  private final Verifications verifications = new Verifications();

  @AfterEach
  void nothingIsHalfDone() {
    Consistency.holds(verifications);
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void aClearFaceThatNobodyHasShownIsVerified() {
    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    FaceId face = verifications.collection().all().getFirst().id();
    PhotoRef thumbnail = verifications.thumbnailOf(execution);
    assertThat(execution.verdict()).isEqualTo(new Verdict.Verified(face, thumbnail));
    assertThat(verifications.profiles().all())
        .containsExactly(
            new RiderProfile(Riders.ada(), face, execution.submission().photo(), thumbnail));
    assertThat(verifications.photos().refs())
        .containsExactlyInAnyOrder(execution.submission().photo(), thumbnail);
    assertThat(verifications.notifier().sent()).isEmpty();
  }

  @Test
  void theFaceIsIndexedUnderTheRidersNameAndFromTheExecution() {
    Execution execution = verifications.verify(new RiderId("user_a"), Photos.oneFace());

    assertThat(verifications.collection().all())
        .singleElement()
        .satisfies(
            face -> {
              assertThat(face.externalImageId().value()).isEqualTo("user_a");
              assertThat(face.image()).isEqualTo(new ImageId(execution.id().toString()));
            });
  }

  @Test
  void aPhotoIsDecodedOnce() {
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));

    assertThat(verifications.opener().opened()).isOne();
  }

  @Test
  void theThumbnailHasTheFormatOfThePhoto() {
    Execution jpeg = verifications.verify(Riders.ada(), Photos.oneFace());
    Execution png =
        verifications.verify(Riders.boris(), Photos.png(Portrait.of(Person.BORIS).size(200, 200)));

    assertThat(thumbnail(jpeg).format()).contains(PhotoFormat.JPEG);
    assertThat(thumbnail(png).format()).contains(PhotoFormat.PNG);
  }

  @Test
  void theJournalTellsEveryStep() {
    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.steps())
        .extracting(Step::state)
        .containsExactly(
            State.FACE_DETECTION,
            State.CHECK_FACE_DUPLICATE,
            State.ADD_FACE_TO_INDEX,
            State.THUMBNAIL,
            State.PERSIST_METADATA);
    assertThat(execution.steps())
        .allSatisfy(
            step -> {
              assertThat(step.outcome()).isEqualTo(Outcome.SUCCEEDED);
              assertThat(step.attempts()).isOne();
              assertThat(step.output()).isNotNull();
              assertThat(step.error()).isNull();
              assertThat(step.startedAt()).isBetween(execution.startedAt(), step.endedAt());
              assertThat(step.endedAt()).isBeforeOrEqualTo(execution.endedAt());
            });
    assertThat(verifications.executions().find(execution.id())).contains(execution);
    assertThat(verifications.watcher().ended()).containsExactly(execution);
    assertThat(verifications.watcher().steps()).isEqualTo(execution.steps());
  }

  @Test
  void aFinishedExecutionIsNotRunAgain() {
    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(verifications.run(execution)).isEqualTo(execution);
    assertThat(verifications.watcher().ended()).hasSize(1);
    assertThat(verifications.opener().opened()).isOne();
  }

  @Test
  void startingAnExecutionThatIsThereChangesNothing() {
    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());
    Submission other = new Submission(Riders.boris(), execution.submission().photo(), true, null);

    assertThat(verifications.verification().start(execution.id(), other)).isEqualTo(execution);
  }

  @Test
  void anExecutionThatWasNotStartedCannotBeRun() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verifications.verification().run(ExecutionId.random()));
  }

  @Test
  void sunglassesAreRefused() {
    assertRefused(
        verifications.verify(Riders.ada(), Photos.withSunglasses(Person.ADA)),
        "PhotoDoesNotMeetRequirementError",
        "Face is wearing sunglasses",
        ReasonCode.SUNGLASSES);
  }

  @Test
  void moreThanOneFaceIsRefused() {
    Photo three =
        Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS, Person.CLARA).size(600, 300));

    assertRefused(
        verifications.verify(Riders.ada(), three),
        "PhotoDoesNotMeetRequirementError",
        "Detected 3 faces in the photo.",
        ReasonCode.FACE_COUNT);
  }

  @Test
  void aPhotoOfNobodyIsRefused() {
    assertRefused(
        verifications.verify(Riders.ada(), Photos.nobody()),
        "PhotoDoesNotMeetRequirementError",
        "Detected 0 faces in the photo.",
        ReasonCode.FACE_COUNT);
  }

  @Test
  void theCountComesBeforeTheSunglasses() {
    Photo cool =
        Photos.jpeg(Portrait.together(Person.ADA, Person.BORIS).wearingSunglasses().size(480, 320));

    assertRefused(
        verifications.verify(Riders.ada(), cool),
        "PhotoDoesNotMeetRequirementError",
        "Detected 2 faces in the photo.",
        ReasonCode.FACE_COUNT);
  }

  @Test
  void whatIsNoPhotoIsRefused() {
    assertRefused(
        verifications.verify(Riders.ada(), Photo.of("GIF89a".getBytes(UTF_8))),
        "PhotoDoesNotMeetRequirementError",
        "Unsupported image file format. Only JPEG or PNG is supported",
        ReasonCode.UNSUPPORTED_FORMAT);
  }

  @Test
  void damagedAndWronglySizedPhotosAreRefused() {
    assertThat(verifications.verify(Riders.ada(), Photos.truncated()).verdict())
        .satisfies(verdict -> hasCode(verdict, ReasonCode.IMAGE_UNREADABLE));
    assertThat(verifications.verify(Riders.ada(), Photos.tooLarge()).verdict())
        .satisfies(verdict -> hasCode(verdict, ReasonCode.IMAGE_TOO_LARGE));
    assertThat(verifications.verify(Riders.ada(), Photos.tooSmall()).verdict())
        .satisfies(verdict -> hasCode(verdict, ReasonCode.IMAGE_TOO_SMALL));
  }

  @Test
  void aPhotoThatIsNotThereIsRefused() {
    Execution execution = direct(Riders.ada(), new PhotoRef("rider-photos", "nowhere.jpg"), false);

    assertRefused(
        execution,
        "PhotoDoesNotMeetRequirementError",
        "The photo is not there.",
        ReasonCode.PHOTO_MISSING);
  }

  @Test
  void theSameFaceIsRefusedForWhomeverItIsSentAgain() {
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));

    for (RiderId rider : List.of(Riders.ada(), Riders.boris())) {
      Execution again = verifications.verify(rider, Photos.anotherOf(Person.ADA));
      assertThat(again.verdict())
          .isEqualTo(
              new Verdict.Rejected(
                  RejectionError.FACE_ALREADY_EXISTS,
                  List.of(
                      Reason.of(
                          ReasonCode.ALREADY_REGISTERED,
                          "Face in the picture is already in the system. "))));
    }
    assertThat(verifications.notifier().sent())
        .extracting(Notification::rider, Notification::title, Notification::message)
        .containsExactly(
            tuple(
                Riders.ada(),
                "FaceAlreadyExistsError",
                "Face in the picture is already in the system. "),
            tuple(
                Riders.boris(),
                "FaceAlreadyExistsError",
                "Face in the picture is already in the system. "));
    assertThat(verifications.collection().size()).isOne();
    assertThat(verifications.profiles().all()).hasSize(1);
  }

  @Test
  void afterItsFaceWasDeletedThePhotoIsAcceptedAgain() {
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));
    Erasure erasure = verifications.forgetting().forget(Riders.ada());
    assertThat(erasure).isInstanceOf(Erasure.Erased.class);

    assertVerified(verifications.verify(Riders.boris(), Photos.oneFace()));
  }

  @Test
  void someoneWhoOnlyLooksSimilarIsVerifiedAndNotedForTheOperator() {
    verifications.collection().lookAlike(Person.ADA, Person.BORIS);
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));

    Execution execution = verifications.verify(Riders.boris(), Photos.of(Person.BORIS));

    assertVerified(execution);
    assertThat(matches(execution))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.duplicate()).isFalse();
              assertThat(match.face().externalImageId().name()).isEqualTo("ada");
            });
  }

  @Test
  void strangersAreNotNoted() {
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));

    assertThat(matches(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)))).isEmpty();
  }

  @Test
  void aFaceThatTheCollectionDoesNotTakeIsRefused() {
    verifications.collection().unsuitable(Person.ADA);

    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict -> {
              assertThat(verdict.error()).isEqualTo(RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT);
              assertThat(verdict.message()).isEqualTo("Face is not clear enough to be recognised.");
            });
    assertThat(verifications.notifier().sent()).hasSize(1);
    assertThat(verifications.profiles().all()).isEmpty();
  }

  @Test
  void aRefusalIsAnExecutionThatEndedWell() {
    Execution execution = verifications.verify(Riders.ada(), Photos.nobody());

    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.fault()).isNull();
    assertThat(execution.endedAt()).isNotNull();
    assertThat(execution.steps())
        .extracting(Step::state, Step::outcome)
        .containsExactly(
            tuple(State.FACE_DETECTION, Outcome.REJECTED),
            tuple(State.PHOTO_DOES_NOT_MEET_REQUIREMENT, Outcome.SUCCEEDED));
    assertThat(execution.steps().getFirst().error()).isEqualTo("PhotoDoesNotMeetRequirementError");
    assertThat(execution.steps().getLast().output())
        .isEqualTo(
            new StepOutput.MessageToSend(
                "PhotoDoesNotMeetRequirementError", "Detected 0 faces in the photo."));
  }

  @Test
  void aPhotoThatIsThereAlreadyCanBeVerifiedUnderAnyKey() {
    int number = 0;
    for (String key : OddNames.upTo(1000)) {
      PhotoRef ref = new PhotoRef("uploads", key);
      verifications.photos().put(ref, Photos.oneFace());
      RiderId rider = Riders.number(number++);

      assertVerified(direct(rider, ref, false));

      Erasure erasure = verifications.forgetting().forget(rider);
      assertThat(erasure)
          .isInstanceOfSatisfying(
              Erasure.Erased.class,
              erased ->
                  assertThat(erased.photos())
                      .containsExactly(ref, ref.sibling("rider-thumbnails", "resized-")));
    }
  }

  @Test
  void theOddestRidersAreVerified() {
    for (RiderId rider : Riders.odd()) {
      Execution execution = verifications.verify(rider, Photos.oneFace());
      assertVerified(execution);
      assertThat(verifications.profiles().find(rider)).isPresent();
      assertThat(verifications.forgetting().forget(rider)).isInstanceOf(Erasure.Erased.class);
    }
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void wordOfARefusalGoesToTheAddressOfTheSubmission() {
    assertThat(addressed(RiderRules.DEFAULT, new EmailAddress("ada@example.com")))
        .isEqualTo("ada@example.com");
    assertThat(addressed(notifying("ops@example.com"), new EmailAddress("ada@example.com")))
        .isEqualTo("ada@example.com");
  }

  @Test
  void elseItGoesWhereTheOperatorSays() {
    assertThat(addressed(notifying("ops@example.com"), null)).isEqualTo("ops@example.com");
  }

  @Test
  void elseToTheRidersOwnMailbox() {
    assertThat(addressed(RiderRules.DEFAULT, null)).isEqualTo("ada@localhost");
    for (RiderId rider : Riders.odd()) {
      assertThat(verifications.verify(rider, Photos.nobody()).status()).isEqualTo(Status.REJECTED);
    }
    assertThat(verifications.notifier().sent())
        .allSatisfy(sent -> assertThat(sent.email().value()).endsWith("@localhost"));
  }

  @Test
  void theRiderIsToldWhatToDo() {
    Execution execution = verifications.verify(Riders.ada(), Photos.withSunglasses(Person.ADA));

    assertThat(verifications.notifier().sent())
        .containsExactly(
            new Notification(
                execution.id().toString(),
                new EmailAddress("ada@localhost"),
                Riders.ada(),
                "PhotoDoesNotMeetRequirementError",
                "Face is wearing sunglasses",
                List.of("Take off your sunglasses.")));
  }

  private String addressed(RiderRules rules, @Nullable EmailAddress named) {
    verifications.rules(rules);
    Execution submitted =
        verifications.submission().submit(Riders.ada(), "x.jpg", Photos.nobody(), false, named);
    assertThat(verifications.run(submitted).status()).isEqualTo(Status.REJECTED);
    return verifications.notifier().sent().getLast().email().value();
  }

  private static RiderRules notifying(String email) {
    return new RiderRules(
        "rider-photos",
        "rider-thumbnails",
        RiderRules.Quality.ADVISE,
        RiderRules.NewFace.REPLACE,
        new EmailAddress(email));
  }

  private Execution direct(RiderId rider, PhotoRef photo, boolean replace) {
    VerifyRiderPhoto verification = verifications.verification();
    ExecutionId id = ExecutionId.random();
    Execution started = verification.start(id, new Submission(rider, photo, replace, null));
    assertThat(started.status()).isEqualTo(Status.RUNNING);
    return verification.run(id);
  }

  private static void assertVerified(Execution execution) {
    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
  }

  private void assertRefused(
      Execution execution, String error, String message, ReasonCode... codes) {
    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict -> {
              assertThat(verdict.error().title()).isEqualTo(error);
              assertThat(verdict.message()).isEqualTo(message);
              assertThat(verdict.reasons()).extracting(Reason::code).containsExactly(codes);
            });
    assertThat(verifications.collection().all()).isEmpty();
    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(verifications.photos().get(verifications.thumbnailOf(execution))).isEmpty();
    assertThat(verifications.notifier().sent())
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.title()).isEqualTo(error);
              assertThat(sent.message()).isEqualTo(message);
            });
  }

  private static void hasCode(@Nullable Verdict verdict, ReasonCode code) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            rejected ->
                assertThat(rejected.reasons()).extracting(Reason::code).containsExactly(code));
  }

  private static List<FaceMatch> matches(Execution execution) {
    StepOutput output = execution.step(State.CHECK_FACE_DUPLICATE).orElseThrow().output();
    return ((StepOutput.FaceMatches) requireNonNull(output)).matches();
  }

  private Photo thumbnail(Execution execution) {
    return verifications.photos().get(verifications.thumbnailOf(execution)).orElseThrow();
  }
}
