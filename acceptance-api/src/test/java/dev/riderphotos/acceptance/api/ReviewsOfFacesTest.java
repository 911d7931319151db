package dev.riderphotos.acceptance.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.face.FaceCounterparts;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.review.Appeal;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.review.Cases;
import dev.riderphotos.review.DecideCase;
import dev.riderphotos.review.DecideCase.Vote;
import dev.riderphotos.review.Decision;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.review.Reviewer;
import dev.riderphotos.review.Ruling;
import dev.riderphotos.review.Standing;
import dev.riderphotos.review.TendCases;
import dev.riderphotos.review.Withdraw;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ForgetRider;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people decide, on the real face engine and in SQLite. */
class ReviewsOfFacesTest {
  @RegisterExtension private static final RunningServer SERVER = new RunningServer();

  private static final RiderId ADA = new RiderId("ada");
  private static final RiderId TWIN = new RiderId("twin");

  @AfterEach
  void forget() {
    for (RiderId rider : new RiderId[] {ADA, TWIN, new RiderId("third")}) {
      var _ = get(ForgetRider.class).forget(rider);
    }
    assertThat(get(Cases.class).list(Cases.Filter.ALL, null, 10).cases()).isEmpty();
  }

  @Test
  void whoIsTakenForSomebodyElseIsVerifiedOncePeopleSaySo() {
    assertThat(send("ada", 1).at("status")).isEqualTo("VERIFIED");
    Answer refused = send("twin", 2);
    assertThat(refused.text()).contains("ALREADY_REGISTERED");

    Case decided = decided(refused, Ruling.of(Decision.TWO_PEOPLE));

    assertThat(decided.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    awaitEnd(requireNonNull(decided.again()));
    assertThat(get(RiderProfiles.class).find(TWIN)).isPresent();
    assertThat(get(RiderProfiles.class).find(ADA)).isPresent();
    assertThat(send("third", 3).text()).contains("ALREADY_REGISTERED");
  }

  @Test
  void ofOnePersonTheEarlierGoesAndTheLaterIsVerified() {
    assertThat(send("ada", 4).at("status")).isEqualTo("VERIFIED");
    Answer refused = send("twin", 5);

    Case decided = decided(refused, Ruling.onePerson(Withdraw.EARLIER));

    assertThat(decided.outcome()).isEqualTo(Outcome.CARRIED_OUT);
    awaitEnd(requireNonNull(decided.again()));
    assertThat(get(RiderProfiles.class).find(TWIN)).isPresent();
    assertThat(get(RiderProfiles.class).find(ADA)).isEmpty();
    assertThat(send("ada", 6).text()).contains("ALREADY_REGISTERED");
  }

  private static Case decided(Answer refused, Ruling ruling) {
    ExecutionId execution = ExecutionId.of(String.valueOf(refused.at("executionId")));
    assertThat(get(Appeal.class).appeal(TWIN, execution, "We are two"))
        .isInstanceOf(Appeal.Answer.Opened.class);
    Case open = get(Cases.class).of(TWIN).getFirst();
    String version =
        Standing.of(open, get(RiderProfiles.class), get(FaceCounterparts.class)).version();
    assertThat(
            get(DecideCase.class)
                .decide(new Vote(open.id(), new Reviewer("demo"), version, ruling, null, true)))
        .isInstanceOf(DecideCase.Answer.Decided.class);
    return awaitClosed(open.id());
  }

  /** As the server does every while; it waits a moment for photos that are under way. */
  private static Case awaitClosed(CaseId id) {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(end)) {
      get(TendCases.class).tend();
      Case now = get(Cases.class).find(id).orElseThrow();
      if (now.outcome() != null) {
        return now;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("Not carried out");
  }

  private static void awaitEnd(ExecutionId id) {
    Instant end = Instant.now().plus(Duration.ofSeconds(60));
    while (Instant.now().isBefore(end)) {
      if (get(Executions.class)
          .find(id)
          .filter(each -> each.status() == Status.VERIFIED && !each.unfinished())
          .isPresent()) {
        return;
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("Not verified: " + get(Executions.class).find(id));
  }

  private static Answer send(String rider, int variant) {
    return SERVER.client().verify(rider, Photos.jpeg(Portrait.of(Person.ADA).take(variant)));
  }

  private static <T> T get(Class<T> type) {
    return SERVER.application().get(type);
  }
}
