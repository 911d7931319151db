package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.RejectionError;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;

/** Uploads at once. */
class OneFaceOneRiderTest {
  private static final int UPLOADS = 16;

  private final Verifications verifications = new Verifications();

  @RepeatedTest(20)
  void ofOneFaceUnderManyNamesExactlyOneIsVerified() {
    List<Execution> executions =
        Concurrently.call(
            UPLOADS, number -> verifications.verify(Riders.number(number), Photos.oneFace()));

    assertThat(executions)
        .filteredOn(execution -> execution.status() == Status.VERIFIED)
        .hasSize(1);
    assertThat(executions)
        .filteredOn(execution -> execution.status() == Status.REJECTED)
        .hasSize(UPLOADS - 1)
        .allSatisfy(
            execution ->
                assertThat(execution.verdict())
                    .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        verdict ->
                            assertThat(verdict.error())
                                .isEqualTo(RejectionError.FACE_ALREADY_EXISTS)));
    assertThat(verifications.collection().size()).isOne();
    assertThat(verifications.notifier().sent()).hasSize(UPLOADS - 1);
    Consistency.holds(verifications);
  }

  @RepeatedTest(20)
  void ofManyFacesUnderOneNameExactlyOneRemains() {
    List<Execution> executions =
        Concurrently.call(
            UPLOADS,
            number -> verifications.verify(Riders.ada(), Photos.of(Person.named().get(number))));

    assertThat(executions).extracting(Execution::status).containsOnly(Status.VERIFIED);
    assertThat(verifications.collection().size()).isOne();
    assertThat(verifications.profiles().all()).hasSize(1);
    assertThat(verifications.photos().refs()).hasSize(2);
    Consistency.holds(verifications);
  }

  @RepeatedTest(20)
  void ofOnesOwnFaceSentAgainAndAgainOneRemains() {
    List<Execution> executions =
        Concurrently.call(UPLOADS, _ -> verifications.verifyAgain(Riders.ada(), Photos.oneFace()));

    assertThat(executions).extracting(Execution::status).containsOnly(Status.VERIFIED);
    assertThat(verifications.collection().size()).isOne();
    Consistency.holds(verifications);
  }

  @RepeatedTest(5)
  void strangersDoNotStandInEachOthersWay() {
    List<Execution> executions =
        Concurrently.call(
            UPLOADS,
            number ->
                verifications.verify(Riders.number(number), Photos.of(Person.named().get(number))));

    assertThat(executions).extracting(Execution::status).containsOnly(Status.VERIFIED);
    assertThat(riders(executions)).hasSize(UPLOADS);
    assertThat(verifications.collection().size()).isEqualTo(UPLOADS);
    Consistency.holds(verifications);
  }

  private static Set<String> riders(List<Execution> executions) {
    Set<String> riders = new TreeSet<>();
    executions.forEach(execution -> riders.add(execution.submission().rider().value()));
    return riders;
  }
}
