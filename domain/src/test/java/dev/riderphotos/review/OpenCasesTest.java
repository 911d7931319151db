package dev.riderphotos.review;

import static dev.riderphotos.testkit.CaseFiles.KIM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenCasesTest {
  private static final int THREADS = 6;

  private final Verifications verifications = new Verifications().settings(Reviews.looking());
  private final Reviews reviews = new Reviews(verifications);

  @Test
  void ofTwoWhoLookAlikeThereIsACaseAboutTheLater() {
    verifications.collection().lookAlike(Person.ADA, Person.BORIS);
    verify();

    Case only = verifications.cases().all().getFirst();
    assertThat(only.kind()).isEqualTo(Kind.POSSIBLE_DUPLICATE);
    assertThat(only.rider().rider()).isEqualTo(Riders.boris());
    assertThat(only.rider().registered()).isTrue();
    assertThat(only.other()).isNotNull().extracting(Party::rider).isEqualTo(Riders.ada());
    assertThat(only.similarity()).isEqualTo(75);
  }

  @Test
  void strangersAreNobodysBusiness() {
    verify();

    assertThat(verifications.cases().all()).isEmpty();
  }

  @Test
  void whoWereToldApartAreNotLookedAtAgain() {
    verifications.collection().lookAlike(Person.ADA, Person.BORIS);
    verify();
    var _ =
        reviews.decide(verifications.cases().all().getFirst(), KIM, Ruling.of(Decision.TWO_PEOPLE));
    reviews.carryOut();

    Execution renewal = verifications.verifyAgain(Riders.boris(), Photos.anotherOf(Person.BORIS));

    assertThat(renewal.status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.cases().all()).hasSize(1);
  }

  @Test
  void aRenewalOpensNoSecondCaseOfThePair() {
    verifications.collection().lookAlike(Person.ADA, Person.BORIS);
    verify();

    Execution _ = verifications.verifyAgain(Riders.boris(), Photos.anotherOf(Person.BORIS));
    Execution _ = verifications.verifyAgain(Riders.ada(), Photos.anotherOf(Person.ADA));

    assertThat(verifications.cases().all()).hasSize(1);
  }

  @Test
  void aSecondPhotoWithAnotherFaceJoinsTheFirst() {
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution first = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));
    Execution second = verifications.verify(Riders.ada(), Photos.of(Person.CLARA));

    Case only = verifications.cases().all().getFirst();
    assertThat(verifications.cases().all()).hasSize(1);
    assertThat(only.rider().execution()).isEqualTo(first.id());
    assertThat(only.latest().execution()).isEqualTo(second.id());
  }

  @Test
  void aPhotoThatJoinsWithinTheGraceHasPeopleLookAgain() {
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.BORIS));
    var _ =
        reviews.decide(verifications.cases().all().getFirst(), KIM, Ruling.of(Decision.SAME_RIDER));

    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.CLARA));
    reviews.carryOut();

    Case only = verifications.cases().all().getFirst();
    assertThat(only.state()).isEqualTo(CaseState.OPEN);
    assertThat(only.changed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"CRASH", "CRASH_AFTERWARDS"})
  void noneIsLostInACrash(Fault death) {
    int calls = 0;
    int called;
    do {
      Verifications server = new Verifications().settings(Reviews.looking());
      server.collection().lookAlike(Person.ADA, Person.BORIS);
      Execution _ = server.verify(Riders.ada(), Photos.of(Person.ADA));
      Execution submitted = server.submit(Riders.boris(), Photos.of(Person.BORIS), false);
      Faults faults = new Faults();
      server.swap(ports -> ports.withFaults(faults));
      faults.nth(++calls, death, _ -> true);
      try {
        Execution _ = server.run(submitted);
      } catch (Crash _) {
        // Another process goes on.
      }
      called = faults.calls().size();
      faults.heal();
      server.executions().holderDied();
      for (ExecutionId id : server.executions().unfinished()) {
        Execution _ = server.verification().run(id);
      }
      assertThat(server.cases().all()).hasSize(1);
    } while (called >= calls);
  }

  @RepeatedTest(20)
  void whileAnAppealIsGrantedThirdsWithTheFaceStayOut() {
    verifications.collection().twins(Person.ADA, Person.BORIS);
    Execution _ = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution refused = verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
    assertThat(reviews.appeal(refused, "")).isInstanceOf(Appeal.Answer.Opened.class);
    var _ =
        reviews.decide(verifications.cases().all().getFirst(), KIM, Ruling.of(Decision.TWO_PEOPLE));

    var _ =
        Concurrently.call(
            THREADS,
            number -> {
              if (number == 0) {
                reviews.carryOut();
              } else {
                Execution _ =
                    verifications.verify(
                        Riders.number(number),
                        Photos.of(number % 2 == 0 ? Person.ADA : Person.BORIS));
              }
              return number;
            });

    assertThat(Story.riders(verifications)).containsExactlyInAnyOrder(Riders.ada(), Riders.boris());
    assertThat(verifications.collection().size()).isEqualTo(2);
  }

  private void verify() {
    assertThat(verifications.verify(Riders.ada(), Photos.of(Person.ADA)).status())
        .isEqualTo(Status.VERIFIED);
    assertThat(verifications.verify(Riders.boris(), Photos.of(Person.BORIS)).status())
        .isEqualTo(Status.VERIFIED);
  }
}
