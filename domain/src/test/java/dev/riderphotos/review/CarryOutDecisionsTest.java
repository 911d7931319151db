package dev.riderphotos.review;

import static dev.riderphotos.testkit.CaseFiles.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.Role;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.Judgement.OnePerson;
import dev.riderphotos.review.Judgement.TwoPeople;
import dev.riderphotos.rider.Reviewed;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Erasure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CarryOutDecisionsTest {
  private final Verifications verifications = new Verifications();
  private final Reviews reviews = new Reviews(verifications);

  @ParameterizedTest
  @EnumSource
  void doesWhatWasDecided(Story story) {
    play(story);

    story.ended(verifications);
  }

  @ParameterizedTest
  @EnumSource
  void doesNothingMoreOnceItIsDone(Story story) {
    play(story);
    var rows = verifications.profiles().all();

    reviews.goOn(Duration.ofDays(90));
    reviews.tend();
    reviews.tend();

    assertThat(verifications.profiles().all()).isEqualTo(rows);
    assertThat(verifications.cases().all().getFirst().due()).isNull();
    story.ended(verifications);
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfARiderWhoIsErased(Story story) {
    play(story);

    for (RiderId rider : new RiderId[] {Riders.ada(), Riders.boris()}) {
      assertThat(verifications.forgetting().forget(rider)).isInstanceOf(Erasure.Erased.class);
    }

    assertThat(verifications.cases().all()).isEmpty();
    assertThat(verifications.judgements().all()).isEmpty();
    assertThat(verifications.photos().refs()).isEmpty();
    assertThat(verifications.collection().size()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void aRiderMayBeErasedWithinTheGrace(Story story) {
    Case _ = story.prepare(verifications, reviews);
    story.decide(verifications, reviews);
    assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erasure.Erased.class);
    assertThat(verifications.forgetting().forget(Riders.boris()))
        .isInstanceOf(Erasure.Erased.class);

    reviews.carryOut();

    assertThat(verifications.cases().all()).isEmpty();
    assertThat(verifications.judgements().all()).isEmpty();
    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void twoPeopleNeverBarEachOtherAgain() {
    play(Story.APPEAL_OF_A_TWIN);

    renewed(Riders.boris(), Person.BORIS);
    renewed(Riders.ada(), Person.ADA);
    renewed(Riders.boris(), Person.BORIS);

    assertThat(verifications.judgements().all())
        .filteredOn(TwoPeople.class::isInstance)
        .as("the pair of the present faces alone")
        .hasSize(1);
    assertThat(verifications.profiles().all()).hasSize(2);
  }

  @Test
  void aTwinWithTheOthersFaceIsRefused() {
    play(Story.APPEAL_OF_A_TWIN);

    Execution renewal = verifications.verifyAgain(Riders.boris(), Photos.anotherOf(Person.ADA));

    assertThat(reason(renewal)).isEqualTo(ReasonCode.ALREADY_REGISTERED);
  }

  @Test
  void aThirdWithTheFaceIsRefusedAllTheSame() {
    play(Story.APPEAL_OF_A_TWIN);

    Execution third = verifications.verify(Riders.clara(), Photos.of(Person.ADA));

    assertThat(reason(third)).isEqualTo(ReasonCode.ALREADY_REGISTERED);
  }

  @Test
  void isLetPassAfterTheFacesAreMoved() {
    play(Story.APPEAL_OF_A_TWIN);
    CollectionId next = new CollectionId("next");
    verifications.live().pair(Role.RIDERS, next);
    verifications.collection().carryOverTo(next);
    CollectionId before = verifications.live().of(Role.RIDERS);
    verifications.live().switchOver(Role.RIDERS, before, next);

    renewed(Riders.boris(), Person.BORIS);

    assertThat(verifications.profiles().all()).hasSize(2);
  }

  @Test
  void aDecisionOutlivesAMoveOfTheFaces() {
    Case _ = Story.LOOK_ALIKES_ARE_ONE.prepare(verifications, reviews);
    Story.LOOK_ALIKES_ARE_ONE.decide(verifications, reviews);
    CollectionId next = new CollectionId("next");
    verifications.live().pair(Role.RIDERS, next);
    verifications.collection().carryOverTo(next);
    verifications.live().switchOver(Role.RIDERS, verifications.live().of(Role.RIDERS), next);

    reviews.carryOut();

    assertThat(verifications.cases().all().getFirst().outcome()).isEqualTo(Outcome.CARRIED_OUT);
    assertThat(Story.riders(verifications)).containsExactly(Riders.ada());
    assertThat(verifications.collection().size()).isOne();
  }

  @Test
  void whoIsOnePersonDoesNotComeBackWhileTheOtherIsThere() {
    play(Story.LOOK_ALIKES_ARE_ONE);

    Execution again = verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
    assertThat(reason(again)).isEqualTo(ReasonCode.ALREADY_REGISTERED);
    Execution under = verifications.verify(Riders.clara(), Photos.of(Person.BORIS));
    assertThat(under.status()).as("a look-alike of another name").isEqualTo(Status.VERIFIED);

    assertThat(verifications.forgetting().forget(Riders.clara()))
        .isInstanceOf(Erasure.Erased.class);
    assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erasure.Erased.class);
    assertThat(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);
  }

  @Test
  void ofOnePersonNeitherComesInBesideTheOther() {
    play(Story.LOOK_ALIKES_ARE_ONE);
    verifications.profiles().all().forEach(verifications.profiles()::delete);
    verifications.collection().all().forEach(face -> verifications.collection().delete(face.id()));

    assertThat(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);
    assertThat(reason(verifications.verify(Riders.ada(), Photos.of(Person.ADA))))
        .isEqualTo(ReasonCode.ALREADY_REGISTERED);
  }

  @Test
  void whoIsWithdrawnIsToldWhyAndOfNobodyElse() {
    play(Story.LOOK_ALIKES_ARE_ONE);

    Reviewed word = verifications.notifier().reviewed().getFirst();

    assertThat(word.rider()).isEqualTo(Riders.boris());
    assertThat(word.title()).isEqualTo("RegistrationWithdrawn");
    assertThat(word.message()).contains("you are registered already");
    assertThat(word.message() + word.advice() + word.email()).doesNotContain("ada");
  }

  @Test
  void whoIsWithdrawnMayAppealOnce() {
    play(Story.LOOK_ALIKES_ARE_ONE);
    Execution verification = lastOf(Riders.boris());

    assertThat(reviews.appeal(verification, "We are twins"))
        .isInstanceOf(Appeal.Answer.Opened.class);
    assertThat(reviews.appeal(verification, "Really"))
        .isInstanceOf(Appeal.Answer.AskedBefore.class);
    Case appeal = verifications.cases().all().getLast();
    var _ = reviews.decide(appeal, KIM, Ruling.of(Decision.TWO_PEOPLE));
    reviews.carryOut();

    assertThat(Story.riders(verifications)).containsExactlyInAnyOrder(Riders.ada(), Riders.boris());
    assertThat(verifications.judgements().all()).noneMatch(OnePerson.class::isInstance);
    reviews.goOn(Duration.ofDays(60));
    reviews.tend();
    assertThat(verifications.profiles().all())
        .as("the photo that was kept is the registered one again")
        .allSatisfy(row -> assertThat(verifications.photos().refs()).contains(row.photo()));
  }

  @Test
  void thePhotoOfWhoIsWithdrawnGoesAfterThirtyDays() {
    play(Story.LOOK_ALIKES_ARE_ONE);
    Execution verification = lastOf(Riders.boris());
    var photo = verification.submission().photo();
    assertThat(verifications.photos().refs()).contains(photo);

    reviews.goOn(Duration.ofDays(30));
    reviews.tend();

    assertThat(verifications.photos().refs()).doesNotContain(photo);
    assertThat(reviews.appeal(verification, "Late")).isInstanceOf(Appeal.Answer.PhotoGone.class);
  }

  @Test
  void thePhotoGoesWithTheAppealThatWasRefused() {
    play(Story.LOOK_ALIKES_ARE_ONE);
    Execution verification = lastOf(Riders.boris());
    var _ = reviews.appeal(verification, "We are twins");
    reviews.goOn(Duration.ofDays(31));
    reviews.tend();
    assertThat(verifications.photos().refs())
        .as("nothing goes that is appealed about")
        .contains(verification.submission().photo());
    Case appeal = verifications.cases().all().getLast();
    var _ = reviews.decide(appeal, KIM, Ruling.of(Decision.ONE_PERSON));
    reviews.carryOut();

    assertThat(verifications.photos().refs()).doesNotContain(verification.submission().photo());
    assertThat(Story.riders(verifications)).containsExactly(Riders.ada());
  }

  @Test
  void aPhotoThatIsBeingVerifiedIsWaitedFor() {
    Case _ = Story.LOOK_ALIKES_ARE_ONE.prepare(verifications, reviews);
    Story.LOOK_ALIKES_ARE_ONE.decide(verifications, reviews);
    Execution running = verifications.submit(Riders.boris(), Photos.anotherOf(Person.BORIS), true);

    reviews.carryOut();

    assertThat(verifications.cases().all().getFirst().state()).isEqualTo(CaseState.UNDER_WAY);
    assertThat(verifications.profiles().all()).hasSize(2);
    assertThat(verifications.run(running).status()).isEqualTo(Status.REJECTED);
    reviews.tend();
    assertThat(Story.riders(verifications)).containsExactly(Riders.ada());
  }

  private void play(Story story) {
    Case _ = story.prepare(verifications, reviews);
    story.decide(verifications, reviews);
    reviews.carryOut();
  }

  private void renewed(RiderId rider, Person person) {
    Execution renewal = verifications.verifyAgain(rider, Photos.anotherOf(person));
    assertThat(renewal.status()).as("renewal of %s", rider).isEqualTo(Status.VERIFIED);
  }

  private Execution lastOf(RiderId rider) {
    return verifications.executions().all().stream()
        .filter(each -> each.submission().rider().equals(rider))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static ReasonCode reason(Execution execution) {
    return execution.verdict() instanceof Verdict.Rejected rejected
        ? rejected.reasons().stream().map(Reason::code).findFirst().orElseThrow()
        : throwing(execution);
  }

  private static ReasonCode throwing(Execution execution) {
    throw new AssertionError("Not refused: " + execution.status());
  }
}
