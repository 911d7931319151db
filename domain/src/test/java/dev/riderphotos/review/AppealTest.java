package dev.riderphotos.review;

import static dev.riderphotos.testkit.CaseFiles.KIM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.Appeal.Answer;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AppealTest {
  private final Verifications verifications = new Verifications();
  private final Reviews reviews = new Reviews(verifications);

  @BeforeEach
  void adaIsVerified() {
    verifications.settings(Reviews.looking());
    assertThat(verifications.verify(Riders.ada(), Photos.of(Person.ADA)).status())
        .isEqualTo(Status.VERIFIED);
  }

  @Test
  void asksPeopleAboutWhoWasTakenForSomebody() {
    Answer answer = reviews.appeal(taken(), " My sister rides, too ");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Opened.class,
            opened -> {
              Case of = opened.open();
              assertThat(of.kind()).isEqualTo(Kind.APPEAL);
              assertThat(of.appeal())
                  .isEqualTo(new Appealed(ReasonCode.ALREADY_REGISTERED, "My sister rides, too"));
              assertThat(of.rider().rider()).isEqualTo(Riders.boris());
              assertThat(of.rider().box()).isNotNull();
              assertThat(of.other()).isNotNull().extracting(Party::rider).isEqualTo(Riders.ada());
              assertThat(of.similarity()).isEqualTo(99);
            });
  }

  @Test
  void asksOnceOfAPhoto() {
    Execution taken = taken();
    Case open = opened(reviews.appeal(taken, ""));
    assertThat(reviews.appeal(taken, "Again")).isEqualTo(new Answer.AskedBefore());

    var _ = reviews.decide(open, KIM, Ruling.of(Decision.NOT_USABLE));
    reviews.carryOut();

    assertThat(reviews.appeal(taken, "Again")).isEqualTo(new Answer.AskedBefore());
  }

  @Test
  void asksForOneAtATimeAndThreeInThirtyDays() {
    Case first = opened(reviews.appeal(taken(), ""));
    assertThat(reviews.appeal(taken(), "")).isEqualTo(new Answer.TooMany());
    close(first);
    close(opened(reviews.appeal(taken(), "")));
    close(opened(reviews.appeal(glasses(), "")));
    assertThat(reviews.appeal(taken(), "")).isEqualTo(new Answer.TooMany());

    reviews.goOn(Duration.ofDays(30));

    assertThat(reviews.appeal(taken(), "")).isInstanceOf(Answer.Opened.class);
  }

  @Test
  void aPhotoThatIsGoneCannotBeLookedAt() {
    Execution taken = taken();
    verifications.photos().delete(taken.submission().photo());

    assertThat(reviews.appeal(taken, "")).isEqualTo(new Answer.PhotoGone());
  }

  @Test
  void whatIsNotRefusedOrForAnotherReasonIsNotAppealedAgainst() {
    Execution verified = verifications.executions().all().getFirst();
    Execution nobody = verifications.verify(Riders.boris(), Photos.nobody());
    Execution own = verifications.verify(Riders.ada(), Photos.anotherOf(Person.ADA));

    assertThat(List.of(verified, nobody, own))
        .allSatisfy(
            each -> assertThat(reviews.appeal(each, "")).isEqualTo(new Answer.NotRefused()));
  }

  @Test
  void othersExecutionsAreNotThere() {
    Execution taken = taken();

    assertThat(reviews.appealing().appeal(Riders.clara(), taken.id(), ""))
        .isEqualTo(new Answer.NotFound());
    assertThat(reviews.appealing().appeal(Riders.boris(), ExecutionId.random(), ""))
        .isEqualTo(new Answer.NotFound());
  }

  @Test
  void fiveHundredCharactersAreEnough() {
    Execution taken = taken();

    assertThatThrownBy(() -> reviews.appeal(taken, "x".repeat(501)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(reviews.appeal(taken, "😀".repeat(500))).isInstanceOf(Answer.Opened.class);
  }

  @Test
  void givesItsWordsToTheCaseThatPeopleLookAtAnyway() {
    Execution another = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));
    assertThat(verifications.cases().all()).hasSize(1);

    assertThat(reviews.appeal(another, "A new beard")).isInstanceOf(Answer.Opened.class);

    Case only = verifications.cases().all().getFirst();
    assertThat(only.kind()).isEqualTo(Kind.ANOTHER_FACE);
    assertThat(only.appeal()).isEqualTo(new Appealed(ReasonCode.ANOTHER_FACE, "A new beard"));
    assertThat(reviews.appeal(another, "Really")).isEqualTo(new Answer.AskedBefore());
  }

  private Execution taken() {
    Execution taken = verifications.verify(Riders.boris(), Photos.anotherOf(Person.ADA));
    assertThat(taken.status()).isEqualTo(Status.REJECTED);
    return taken;
  }

  private Execution glasses() {
    return verifications.verify(Riders.boris(), Photos.withSunglasses(Person.BORIS));
  }

  private void close(Case open) {
    var _ = reviews.decide(open, KIM, Ruling.of(Decision.NOT_USABLE));
    reviews.carryOut();
  }

  private static Case opened(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Opened.class);
    return ((Answer.Opened) answer).open();
  }
}
