package dev.riderphotos.verification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.ExternalImageId;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.ImageId;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The workflow when nothing breaks and the photo is good. */
class RunVerificationTest {
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
              assertThat(face.externalImageId()).isEqualTo(new ExternalImageId("user_a"));
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
    FaceId ada = verifications.profiles().find(Riders.ada()).orElseThrow().face();

    Execution execution = verifications.verify(Riders.boris(), Photos.of(Person.BORIS));

    assertVerified(execution);
    assertThat(matches(execution))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.duplicate()).isFalse();
              assertThat(match.face()).isEqualTo(ada);
            });
  }

  @Test
  void strangersAreNotNoted() {
    assertVerified(verifications.verify(Riders.ada(), Photos.oneFace()));

    assertThat(matches(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)))).isEmpty();
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

  private static List<StepOutput.Resemblance> matches(Execution execution) {
    StepOutput output = execution.step(State.CHECK_FACE_DUPLICATE).orElseThrow().output();
    return ((StepOutput.FaceMatches) requireNonNull(output)).matches();
  }

  private Photo thumbnail(Execution execution) {
    return verifications.photos().get(verifications.thumbnailOf(execution)).orElseThrow();
  }
}
