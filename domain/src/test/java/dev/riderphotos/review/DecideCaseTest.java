package dev.riderphotos.review;

import static dev.riderphotos.testkit.CaseFiles.KIM;
import static dev.riderphotos.testkit.CaseFiles.LOU;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.DecideCase.Answer;
import dev.riderphotos.review.DecideCase.Vote;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideCaseTest {
  private static final Ruling TWO = Ruling.of(Decision.TWO_PEOPLE);
  private static final Ruling ONE = Ruling.of(Decision.ONE_PERSON);
  private static final Ruling EARLIER = Ruling.onePerson(Withdraw.EARLIER);
  private static final Reviewer MAX = new Reviewer("demo");

  private final Verifications verifications = new Verifications();
  private final Reviews reviews = new Reviews(verifications);

  @BeforeEach
  void twoRidersLookAlike() {
    verifications.collection().lookAlike(Person.ADA, Person.BORIS);
    verified(Riders.ada(), Person.ADA);
    verified(Riders.boris(), Person.BORIS);
  }

  private void verified(RiderId rider, Person person) {
    assertThat(verifications.verify(rider, Photos.of(person)).status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void oneDecidesAndNothingIsDoneUntilTheGraceIsOver() {
    assertThat(reviews.decide(open(), KIM, ONE)).isInstanceOf(Answer.Decided.class);

    reviews.goOn(Duration.ofMinutes(9));
    reviews.tend();

    assertThat(verifications.profiles().all()).hasSize(2);
    assertThat(only().state()).isEqualTo(CaseState.DECIDED);
    assertThat(reviews.decide(only(), LOU, TWO)).isInstanceOf(Answer.NotOpen.class);
  }

  @Test
  void whatIsToBeCarriedOutNowHasNoGrace() {
    Case open = open();
    Answer _ =
        reviews
            .deciding()
            .decide(new Vote(open.id(), KIM, reviews.version(open), TWO, "twins", true));

    reviews.tend();

    assertThat(only().outcome()).isEqualTo(Outcome.CARRIED_OUT);
    assertThat(only().opinions().getFirst().note()).isEqualTo("twins");
  }

  @Test
  void ofTwoWhoDecideBothAreToDecideAlike() {
    reviews.reviewers(2);

    assertThat(reviews.decide(open(), KIM, TWO)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), KIM, TWO)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), LOU, TWO)).isInstanceOf(Answer.Decided.class);
    assertThat(only().ruling()).isEqualTo(TWO);
  }

  @Test
  void whereTwoDifferAThirdDecides() {
    reviews.reviewers(2);

    assertThat(reviews.decide(open(), KIM, TWO)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), LOU, ONE)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), MAX, ONE)).isInstanceOf(Answer.Decided.class);
    assertThat(only().ruling()).isEqualTo(ONE);
  }

  @Test
  void toWithdrawTheEarlierTakesTwoWhereThereAreTwo() {
    assertThat(reviews.decide(open(), KIM, EARLIER)).isInstanceOf(Answer.Decided.class);
    assertThat(reviews.undoing().undo(only().id(), LOU))
        .isInstanceOf(UndoDecision.Answer.Undone.class);
    reviews.severalOperators();

    assertThat(reviews.decide(open(), KIM, EARLIER)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), LOU, ONE)).isInstanceOf(Answer.Noted.class);
    assertThat(reviews.decide(open(), MAX, EARLIER)).isInstanceOf(Answer.Decided.class);
  }

  @Test
  void theOpinionOfWhoMayNotAnyMoreDoesNotCount() {
    reviews.reviewers(2);
    assertThat(reviews.decide(open(), KIM, TWO)).isInstanceOf(Answer.Noted.class);

    reviews.revoke(KIM);

    assertThat(reviews.decide(open(), LOU, TWO)).isInstanceOf(Answer.Noted.class);
    assertThat(open().opinions()).extracting(Opinion::reviewer).containsExactly(LOU);
  }

  @Test
  void aDecisionOfWhoMayNotAnyMoreIsNotCarriedOut() {
    assertThat(reviews.decide(open(), KIM, ONE)).isInstanceOf(Answer.Decided.class);

    reviews.revoke(KIM);
    reviews.carryOut();

    assertThat(open().changed()).isTrue();
    assertThat(verifications.profiles().all()).hasSize(2);
  }

  @Test
  void whatHasChangedSinceIsNotDecided() {
    Case open = open();
    String version = reviews.version(open);
    verified(Riders.boris(), Person.CLARA);

    assertThat(reviews.deciding().decide(new Vote(open.id(), KIM, version, ONE, null, false)))
        .isInstanceOf(Answer.CaseChanged.class);
    assertThat(open().opinions()).isEmpty();
  }

  @Test
  void whatChangesWithinTheGraceIsOpenAgain() {
    assertThat(reviews.decide(open(), KIM, ONE)).isInstanceOf(Answer.Decided.class);
    verified(Riders.boris(), Person.CLARA);

    reviews.carryOut();

    assertThat(open().changed()).isTrue();
    assertThat(open().opinions()).isEmpty();
    assertThat(verifications.profiles().all()).hasSize(2);
  }

  @Test
  void whereOneIsVerifiedNoMoreNothingIsToBeDecided() {
    verifications.profiles().all().stream()
        .filter(profile -> profile.rider().equals(Riders.ada()))
        .forEach(verifications.profiles()::delete);

    assertThat(reviews.decide(open(), KIM, ONE)).isInstanceOf(Answer.NotOpen.class);
    assertThat(only().outcome()).isEqualTo(Outcome.GONE);
  }

  @Test
  void onlyWhatIsPossibleIsDecided() {
    assertThat(reviews.decide(open(), KIM, Ruling.of(Decision.SAME_RIDER)))
        .isEqualTo(new Answer.NotPossible(open().decisions()));
    Case unknown = CaseFiles.possibleDuplicate(Riders.ada(), Riders.boris(), CaseFiles.NOON);
    assertThat(reviews.decide(unknown, KIM, TWO)).isEqualTo(new Answer.NotFound());
  }

  @Test
  void isUndoneWithinTheGraceAndNotAfterIt() {
    Case open = open();
    assertThat(reviews.undoing().undo(open.id(), KIM))
        .isInstanceOf(UndoDecision.Answer.NothingToUndo.class);
    assertThat(reviews.decide(open, KIM, ONE)).isInstanceOf(Answer.Decided.class);
    assertThat(reviews.undoing().undo(open.id(), LOU))
        .isInstanceOf(UndoDecision.Answer.Undone.class);
    assertThat(reviews.decide(open(), KIM, ONE)).isInstanceOf(Answer.Decided.class);

    reviews.goOn(Duration.ofMinutes(10));

    assertThat(reviews.undoing().undo(open.id(), KIM))
        .isInstanceOf(UndoDecision.Answer.TooLate.class);
  }

  @Test
  void aCaseThatIsClaimedIsNotTheNextOfOthers() {
    Case open = open();
    assertThat(reviews.claiming().next(KIM).map(Case::id)).contains(open.id());
    assertThat(reviews.claiming().next(KIM).map(Case::id)).contains(open.id());
    assertThat(reviews.claiming().next(LOU)).isEmpty();
    assertThat(reviews.claiming().claim(open.id(), LOU).map(Case::claim).map(Claim::reviewer))
        .contains(KIM);

    reviews.claiming().release(open.id(), LOU);
    assertThat(reviews.claiming().next(LOU)).isEmpty();
    reviews.goOn(ClaimCase.TIME);
    assertThat(reviews.claiming().next(LOU).map(Case::id)).contains(open.id());
    reviews.claiming().release(open.id(), LOU);
    assertThat(reviews.claiming().next(KIM)).isPresent();
  }

  @Test
  void whoHasDecidedIsNotAskedAgain() {
    reviews.reviewers(2);
    Case open = open();
    Optional<Case> _ = reviews.claiming().next(KIM);
    assertThat(reviews.decide(open, KIM, TWO)).isInstanceOf(Answer.Noted.class);

    assertThat(reviews.claiming().next(KIM)).isEmpty();
    assertThat(reviews.claiming().next(LOU)).isPresent();
  }

  @Test
  void whatNobodyDecidesIsClosedAndAllIsAsItWas() {
    reviews.goOn(Duration.ofDays(61));
    reviews.tend();

    assertThat(only().outcome()).isEqualTo(Outcome.EXPIRED);
    assertThat(verifications.profiles().all()).hasSize(2);
    assertThat(verifications.judgements().all()).isEmpty();
  }

  private Case open() {
    assertThat(only().state()).isEqualTo(CaseState.OPEN);
    return only();
  }

  private Case only() {
    assertThat(verifications.cases().all()).hasSize(1);
    return verifications.cases().all().getFirst();
  }
}
