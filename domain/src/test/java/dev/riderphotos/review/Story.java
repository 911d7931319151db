package dev.riderphotos.review;

import static dev.riderphotos.testkit.CaseFiles.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.DecideCase.Answer;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways a case can go, for tests that break it at every point. */
enum Story {
  LOOK_ALIKES_ARE_TWO(Ruling.of(Decision.TWO_PEOPLE), 0, Riders.ada(), Riders.boris()),
  LOOK_ALIKES_ARE_ONE(Ruling.of(Decision.ONE_PERSON), 1, Riders.ada()),
  THE_EARLIER_GOES(Ruling.onePerson(Withdraw.EARLIER), 1, Riders.boris()),
  APPEAL_OF_A_TWIN(Ruling.of(Decision.TWO_PEOPLE), 2, Riders.ada(), Riders.boris()),
  APPEAL_OF_A_CHEAT(Ruling.of(Decision.ONE_PERSON), 2, Riders.ada()),
  APPEAL_OF_WHO_WAS_ROBBED(Ruling.onePerson(Withdraw.EARLIER), 3, Riders.boris()),
  APPEAL_OF_GLASSES(Ruling.of(Decision.NO_SUNGLASSES), 2, Riders.boris()),
  APPEAL_THAT_NOBODY_CAN_TELL(Ruling.of(Decision.NOT_USABLE), 2, Riders.ada()),
  ANOTHER_FACE_OF_THE_SAME(Ruling.of(Decision.SAME_RIDER), 1, Riders.ada()),
  ANOTHER_FACE_OF_SOMEBODY(Ruling.of(Decision.SOMEBODY_ELSE), 1, Riders.ada()),
  ANOTHER_FACE_AND_THE_FIRST_WRONG(Ruling.of(Decision.REGISTERED_IS_WRONG), 1, Riders.ada());

  private final Ruling ruling;
  private final int mails;
  private final Set<RiderId> verified;

  /** How many mails are sent in all, and who is verified in the end. */
  Story(Ruling ruling, int mails, RiderId... verified) {
    this.ruling = ruling;
    this.mails = mails;
    this.verified = Set.of(verified);
  }

  Ruling ruling() {
    return ruling;
  }

  /** Does what leads to the case, of which the answer is the only one. */
  Case prepare(Verifications verifications, Reviews reviews) {
    verifications.settings(Reviews.looking());
    switch (this) {
      case LOOK_ALIKES_ARE_TWO, LOOK_ALIKES_ARE_ONE, THE_EARLIER_GOES -> {
        verifications.collection().lookAlike(Person.ADA, Person.BORIS);
        send(verifications, Riders.ada(), Photos.of(Person.ADA), Status.VERIFIED);
        send(verifications, Riders.boris(), Photos.of(Person.BORIS), Status.VERIFIED);
      }
      case APPEAL_OF_A_TWIN -> {
        verifications.collection().twins(Person.ADA, Person.BORIS);
        send(verifications, Riders.ada(), Photos.of(Person.ADA), Status.VERIFIED);
        appeal(
            reviews, send(verifications, Riders.boris(), Photos.of(Person.BORIS), Status.REJECTED));
      }
      case APPEAL_OF_A_CHEAT, APPEAL_OF_WHO_WAS_ROBBED, APPEAL_THAT_NOBODY_CAN_TELL -> {
        send(verifications, Riders.ada(), Photos.of(Person.ADA), Status.VERIFIED);
        appeal(
            reviews,
            send(verifications, Riders.boris(), Photos.anotherOf(Person.ADA), Status.REJECTED));
      }
      case APPEAL_OF_GLASSES ->
          appeal(
              reviews,
              send(
                  verifications,
                  Riders.boris(),
                  Photos.withSunglasses(Person.BORIS),
                  Status.REJECTED));
      case ANOTHER_FACE_OF_THE_SAME, ANOTHER_FACE_OF_SOMEBODY, ANOTHER_FACE_AND_THE_FIRST_WRONG -> {
        send(verifications, Riders.ada(), Photos.of(Person.ADA), Status.VERIFIED);
        send(verifications, Riders.ada(), Photos.of(Person.BORIS), Status.REJECTED);
      }
    }
    assertThat(verifications.cases().all()).hasSize(1);
    return verifications.cases().all().getFirst();
  }

  private static Execution send(
      Verifications verifications, RiderId rider, Photo photo, Status end) {
    Execution execution = verifications.verify(rider, photo);
    assertThat(execution.status()).isEqualTo(end);
    return execution;
  }

  private static void appeal(Reviews reviews, Execution execution) {
    assertThat(reviews.appeal(execution, "That is me")).isInstanceOf(Appeal.Answer.Opened.class);
  }

  void decide(Verifications verifications, Reviews reviews) {
    Case open = verifications.cases().all().getFirst();
    assertThat(reviews.decide(open, KIM, ruling)).isInstanceOf(Answer.Decided.class);
  }

  /** What must be true once it was carried out. */
  void ended(Verifications verifications) {
    Case only = verifications.cases().all().getFirst();
    assertThat(only.state()).isEqualTo(CaseState.CLOSED);
    assertThat(only.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    assertThat(only.opinions()).hasSize(1);
    assertThat(riders(verifications)).isEqualTo(verified);
    assertThat(verifications.notifier().all()).hasSize(mails);
    assertThat(verifications.executions().all()).noneMatch(Execution::unfinished);
    everyFaceHasARow(verifications);
    eachRiderIsAnnouncedOnce(verifications, only);
  }

  private static void eachRiderIsAnnouncedOnce(Verifications verifications, Case only) {
    assertThat(verifications.announcements().pending())
        .filteredOn(ReviewDecided.class::isInstance)
        .extracting(OfRider::rider)
        .containsExactlyInAnyOrderElementsOf(only.riders());
    assertThat(verifications.announcements().pending())
        .filteredOn(ExecutionEnded.class::isInstance)
        .extracting(OfRider::subject)
        .containsExactlyInAnyOrderElementsOf(
            verifications.executions().all().stream().map(each -> each.id().toString()).toList());
  }

  static Set<RiderId> riders(Verifications verifications) {
    return verifications.profiles().all().stream()
        .map(RiderProfile::rider)
        .collect(Collectors.toSet());
  }

  private static void everyFaceHasARow(Verifications verifications) {
    List<RiderProfile> rows = verifications.profiles().all();
    assertThat(verifications.collection().all().stream().map(face -> face.id()))
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(RiderProfile::face).toList());
    assertThat(rows)
        .allSatisfy(
            row ->
                assertThat(verifications.photos().refs()).contains(row.photo(), row.thumbnail()));
  }

  /** What must be true at every moment: nobody is let in whom this does not let in. */
  void holds(Verifications verifications) {
    boolean one = ruling.decision() == Decision.ONE_PERSON;
    boolean done =
        verifications.cases().all().stream().anyMatch(each -> each.state() == CaseState.CLOSED);
    if (one && done) {
      assertThat(riders(verifications)).hasSize(1);
    }
    if (this == APPEAL_OF_WHO_WAS_ROBBED || this == APPEAL_OF_A_CHEAT) {
      assertThat(riders(verifications)).hasSizeLessThan(2);
    }
    if (this == LOOK_ALIKES_ARE_TWO) {
      assertThat(riders(verifications)).hasSize(2);
    }
    if (this == APPEAL_OF_A_TWIN || this == ANOTHER_FACE_OF_THE_SAME) {
      assertThat(riders(verifications)).contains(Riders.ada());
    }
  }
}
