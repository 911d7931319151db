package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Status;
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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
                  .isEqualTo("Rider is already registered with another face.");
              assertThat(verdict.error()).isEqualTo(RejectionError.PHOTO_DOES_NOT_MEET_REQUIREMENT);
            });
    assertThat(profile()).isEqualTo(first);
    assertThat(verifications.notifier().sent()).hasSize(1);
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
                    () -> EngineUnderTest.of(ports, RiderSettings.DEFAULT),
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
    RiderSettings shipped = RiderSettings.DEFAULT;
    return new RiderSettings(
        shipped.photoBucket(),
        shipped.thumbnailBucket(),
        shipped.quality(),
        shipped.minEyeDistance(),
        NewFace.REFUSE,
        shipped.notifyDefault());
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
  }
}
