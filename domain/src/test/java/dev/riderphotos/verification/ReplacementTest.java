package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.StepOutput;
import dev.riderphotos.execution.StepOutput.Resemblance;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.step.RiderSettings;
import dev.riderphotos.step.RiderSettings.NewFace;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.EngineUnderTest;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when a verified rider sends another photo. */
class ReplacementTest {
  private final Verifications verifications = new Verifications();
  private final RiderProfile first = verifiedAda();

  @AfterEach
  void nothingIsHalfDone() {
    Consistency.holds(verifications);
  }

  @Test
  void anotherFaceTakesThePlaceOfTheEarlier() {
    Execution execution = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.replaced()).isEqualTo(first);
    assertThat(profile().photo()).isEqualTo(execution.submission().photo());
    assertFirstIsGone();
  }

  @Test
  void theEarlierFaceIsFreeAgain() {
    assertThat(verifications.verify(Riders.ada(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);

    assertThat(verifications.verify(Riders.clara(), Photos.oneFace()).status())
        .isEqualTo(Status.VERIFIED);
  }

  @Test
  void anotherFaceIsRefusedIfTheOperatorWantsThat() {
    verifications.settings(refusingNewFaces());

    Execution execution = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));

    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict -> {
              assertThat(verdict.message())
                  .isEqualTo("This is not the face that this rider registered.");
              assertThat(verdict.error()).isEqualTo(RejectionError.ANOTHER_FACE);
            });
    assertThat(profile()).isEqualTo(first);
    assertThat(verifications.notifier().sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anotherFaceIsLookedAtByAnOperatorUnlessTheSettingsSayOtherwise(boolean renewal) {
    verifications.settings(RiderSettings.DEFAULT);

    Execution execution =
        verifications.run(verifications.submit(Riders.ada(), Photos.of(Person.BORIS), renewal));

    assertThat(execution.review()).isTrue();
    assertThat(execution.verdict())
        .isEqualTo(
            new Verdict.Rejected(
                RejectionError.ANOTHER_FACE,
                List.of(
                    Reason.of(
                        ReasonCode.ANOTHER_FACE,
                        "This is not the face that this rider registered.")),
                false,
                true));
    assertThat(profile()).isEqualTo(first);
    assertThat(verifications.notifier().sent())
        .singleElement()
        .satisfies(
            sent -> assertThat(sent.advice().getFirst()).startsWith("You stay verified with"));
  }

  @Test
  void whoseFaceIsNotInTheCollectionIsANewcomer() {
    verifications.settings(refusingNewFaces());
    verifications.collection().delete(first.face());

    assertThat(verifications.verify(Riders.ada(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);
    assertFirstIsGone();
  }

  @Test
  void anothersFaceIsStillAnothers() {
    verifications.settings(RiderSettings.DEFAULT);
    assertThat(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);

    Execution execution = verifications.verifyAgain(Riders.ada(), Photos.of(Person.BORIS));

    assertThat(execution.verdict())
        .isInstanceOfSatisfying(
            Verdict.Rejected.class,
            verdict -> {
              assertThat(verdict.error()).isEqualTo(RejectionError.FACE_ALREADY_EXISTS);
              assertThat(verdict.own()).isFalse();
            });
    assertThat(profile()).isEqualTo(first);
  }

  @Test
  void ofOnesOwnFaceAgainThePageTellsAndNoMail() {
    WorkflowEngine engine = verifications.verification();
    for (boolean attended : List.of(true, false)) {
      Submission again =
          new Submission(Riders.ada(), first.photo(), false, null, attended, null, null);
      Execution execution = engine.run(engine.start(ExecutionId.random(), again).id());

      assertThat(execution.verdict())
          .isInstanceOfSatisfying(
              Verdict.Rejected.class, verdict -> assertThat(verdict.own()).isTrue());
      assertThat(verifications.notifier().sent()).hasSize(attended ? 0 : 1);
      assertThat(execution.step(State.PHOTO_DOES_NOT_MEET_REQUIREMENT)).isPresent();
    }
  }

  @Test
  void onesOwnFacesAreLeftOutBeforeOthersAreCounted() {
    List<Person> others = List.of(Person.BORIS, Person.CLARA, Person.named().get(3));
    for (Person other : others) {
      RiderId rider = new RiderId(other.name());
      assertThat(verifications.verify(rider, Photos.of(other)).status()).isEqualTo(Status.VERIFIED);
      verifications.collection().lookAlike(Person.ADA, other);
    }

    Execution again = verifications.verifyAgain(Riders.ada(), Photos.anotherOf(Person.ADA));

    assertThat(again.status()).isEqualTo(Status.VERIFIED);
    assertThat(again.step(State.CHECK_FACE_DUPLICATE).orElseThrow().output())
        .isInstanceOfSatisfying(
            StepOutput.FaceMatches.class,
            compared -> {
              assertThat(compared.matches()).hasSize(3).noneMatch(Resemblance::duplicate);
              assertThat(compared.own()).isGreaterThan(70);
            });
  }

  @Test
  void newRidersAndOnesOwnFaceAreWelcomeAlsoThen() {
    verifications.settings(refusingNewFaces());

    assertThat(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);
    assertThat(verifications.verifyAgain(Riders.ada(), Photos.anotherOf(Person.ADA)).status())
        .isEqualTo(Status.VERIFIED);
    assertFirstIsGone();
  }

  @Test
  void onesOwnFaceIsReplacedOnlyWhenAsked() {
    assertThat(verifications.verify(Riders.ada(), Photos.anotherOf(Person.ADA)).status())
        .isEqualTo(Status.REJECTED);
    assertThat(profile()).isEqualTo(first);

    Execution again = verifications.verifyAgain(Riders.ada(), Photos.anotherOf(Person.ADA));

    assertThat(again.status()).isEqualTo(Status.VERIFIED);
    assertThat(profile().photo()).isEqualTo(again.submission().photo());
    assertFirstIsGone();
  }

  @Test
  void anothersFaceIsRefusedHoweverItIsAsked() {
    assertThat(verifications.verifyAgain(Riders.boris(), Photos.anotherOf(Person.ADA)).status())
        .isEqualTo(Status.REJECTED);
    assertThat(profile()).isEqualTo(first);
    assertThat(verifications.profiles().all()).hasSize(1);
  }

  @Test
  void aRefusedPhotoChangesNothing() {
    assertThat(verifications.verifyAgain(Riders.ada(), Photos.nobody()).status())
        .isEqualTo(Status.REJECTED);

    assertThat(profile()).isEqualTo(first);
    assertThat(verifications.photos().refs()).contains(first.photo(), first.thumbnail());
  }

  @Test
  void aStoredPhotoThatIsVerifiedAgainIsKept() {
    WorkflowEngine verification = verifications.verification();
    ExecutionId id = ExecutionId.random();
    Execution started =
        verification.start(id, new Submission(Riders.ada(), first.photo(), true, null));

    Execution again = verification.run(started.id());

    assertThat(again.status()).isEqualTo(Status.VERIFIED);
    assertThat(profile().photo()).isEqualTo(first.photo());
    assertThat(profile().thumbnail()).isEqualTo(first.thumbnail());
    assertThat(profile().face()).isNotEqualTo(first.face());
  }

  @Test
  void aStoredPhotoOfAVerifiedRiderThatIsRefusedKeepsItsThumbnail() {
    WorkflowEngine verification = verifications.verification();
    Execution started =
        verification.start(
            ExecutionId.random(), new Submission(Riders.ada(), first.photo(), false, null));

    assertThat(verification.run(started.id()).status()).isEqualTo(Status.REJECTED);

    assertThat(verifications.photos().refs()).contains(first.photo(), first.thumbnail());
  }

  @Test
  void whatTwoUploadsReplacedIsGoneWhoeverCameBetween() {
    Execution between = verifications.submit(Riders.ada(), Photos.of(Person.CLARA), false);
    verifications.swap(
        ports ->
            ports.withProfiles(
                new AfterReplacing(
                    ports.profiles(),
                    () -> EngineUnderTest.of(ports, Verifications.AS_IN_THE_REFERENCE),
                    between)));

    Execution execution = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(profile().photo()).isEqualTo(between.submission().photo());
    assertFirstIsGone();
  }

  private RiderProfile verifiedAda() {
    assertThat(verifications.verify(Riders.ada(), Photos.oneFace()).status())
        .isEqualTo(Status.VERIFIED);
    return profile();
  }

  private RiderProfile profile() {
    return verifications.profiles().find(Riders.ada()).orElseThrow();
  }

  private void assertFirstIsGone() {
    assertThat(verifications.collection().find(first.face())).isEmpty();
    assertThat(verifications.photos().refs()).doesNotContain(first.photo(), first.thumbnail());
  }

  private static RiderSettings refusingNewFaces() {
    return RiderSettings.DEFAULT.with(NewFace.REFUSE);
  }

  /** Runs another execution in the moment after the first profile was replaced. */
  private static final class AfterReplacing implements RiderProfiles {
    private final RiderProfiles profiles;
    private final Supplier<WorkflowEngine> verification;
    private final Execution between;
    private boolean ran;

    private AfterReplacing(
        RiderProfiles profiles, Supplier<WorkflowEngine> verification, Execution between) {
      this.profiles = profiles;
      this.verification = verification;
      this.between = between;
    }

    @Override
    public Optional<RiderProfile> find(RiderId rider) {
      return profiles.find(rider);
    }

    @Override
    public Optional<RiderProfile> replace(@Nullable RiderProfile expected, RiderProfile next) {
      Optional<RiderProfile> present = profiles.replace(expected, next);
      if (!ran) {
        ran = true;
        assertThat(verification.get().run(between.id()).status()).isEqualTo(Status.VERIFIED);
      }
      return present;
    }

    @Override
    public void delete(RiderProfile profile) {
      profiles.delete(profile);
    }

    @Override
    public List<RiderId> riders(@Nullable RiderId after, int limit) {
      return profiles.riders(after, limit);
    }
  }
}
