package dev.riderphotos.verification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.Refusal;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of photos that are refused. */
class RefusalTest {
  private final Verifications verifications = new Verifications();

  @AfterEach
  void nothingIsHalfDone() {
    Consistency.holds(verifications);
    assertThat(verifications.opener().stillOpen()).isZero();
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
  void whatIsNoPhotoIsNotKept() {
    Execution refused =
        verifications.verify(Riders.ada(), Photo.of("no picture at all".getBytes(UTF_8)));
    Execution kept = verifications.verify(Riders.ada(), Photos.nobody());

    assertThat(verifications.photos().get(refused.submission().photo())).isEmpty();
    assertThat(verifications.photos().get(kept.submission().photo())).isPresent();
  }

  /** The reference's sentence is what it was; what the photo is stands with what to do about it. */
  @Test
  void whoSendsAnotherFormatIsToldWhatItIs() {
    Execution execution =
        verifications.verify(Riders.ada(), Photo.of("....ftypheic....".getBytes(UTF_8)));

    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict -> {
              assertThat(verdict.message())
                  .isEqualTo("Unsupported image file format. Only JPEG or PNG is supported");
              assertThat(verdict.reasons())
                  .extracting(Reason::advice)
                  .containsExactly("This is a HEIC picture. Send a JPEG or PNG photo.");
            });
    assertThat(verifications.notifier().sent())
        .extracting(Refusal::advice)
        .containsExactly(List.of("This is a HEIC picture. Send a JPEG or PNG photo."));
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
                          "Face in the picture is already in the system. ")),
                  rider.equals(Riders.ada()),
                  false));
    }
    assertThat(verifications.notifier().sent())
        .extracting(Refusal::rider, Refusal::title, Refusal::message)
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

  private Execution direct(RiderId rider, PhotoRef photo, boolean replace) {
    WorkflowEngine verification = verifications.verification();
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
}
