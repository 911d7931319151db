package dev.riderphotos.retention;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.Appeal.Answer;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Retentions;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rider appeals while the sweep deletes: before every single call that the other one makes. */
class AppealBesideSweepTest {
  private static final Duration TERM = RetentionSettings.DEFAULT.refusedPhotos();

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT1S", "PT30M"})
  void whoMayAppealWhileTheSweepGoesOnKeepsThePhoto(Duration before) {
    int calls = beforeEachCall(before, Server::sweep, Server::appeal);
    assertThat(calls).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-1S", "PT0S", "PT1S", "PT30M"})
  void whatTheSweepDeletesIsNotAppealedAgainst(Duration before) {
    int calls = beforeEachCall(before, Server::appeal, Server::sweep);
    assertThat(calls).isGreaterThan(2);
  }

  /**
   * What comes between is done before the first call, then before the second, until none is left.
   */
  private static int beforeEachCall(
      Duration before, Consumer<Server> deed, Consumer<Server> between) {
    int calls = 0;
    boolean last;
    do {
      Server server = new Server();
      server.isBeforeTheTermsEnd(before);
      server.faults.before(++calls, () -> between.accept(server));
      deed.accept(server);
      server.whatIsAppealedAgainstCanBeSeen();
      last = calls > server.faults.calls().size();
    } while (!last);
    return calls;
  }

  @Test
  void untilShortlyBeforeTheTermsEndPeopleCanBeAsked() {
    Server server = new Server();
    server.isBeforeTheTermsEnd(Duration.ofMinutes(61));

    server.appeal();
    server.retentions.goOn(TERM);
    server.sweep();

    assertThat(server.answers).hasOnlyElementsOfType(Answer.Opened.class).hasSize(1);
    server.whatIsAppealedAgainstCanBeSeen();
  }

  /** One that has refused a photo of Boris, with a face like Ada's. */
  private static final class Server {
    private final Verifications verifications = new Verifications();
    private final Retentions retentions = new Retentions(verifications);
    private final Reviews reviews = new Reviews(verifications);
    private final Faults faults = new Faults();
    private final List<Answer> answers = new ArrayList<>();
    private final Execution refused;

    private Server() {
      verifications.settings(Reviews.looking());
      verifications.verify(Riders.ada(), Photos.of(Person.ADA));
      refused = verifications.verify(Riders.boris(), Photos.anotherOf(Person.ADA));
      reviews.keeping(new RetentionRule(RetentionSettings.DEFAULT)::photoIsDue);
      retentions.withFaults(faults);
    }

    /** The sweep is there already. */
    private void isBeforeTheTermsEnd(Duration time) {
      Instant end = requireNonNull(refused.endedAt()).plus(TERM);
      reviews.goOn(Duration.between(retentions.now(), end.minus(time)));
      retentions.goOn(Duration.between(retentions.now(), end));
    }

    private void sweep() {
      Swept _ = retentions.sweep();
    }

    private void appeal() {
      answers.add(reviews.appeal(refused, "My sister rides, too"));
    }

    private void whatIsAppealedAgainstCanBeSeen() {
      boolean there = verifications.photos().refs().contains(refused.submission().photo());
      assertThat(answers)
          .allSatisfy(
              answer -> assertThat(answer instanceof Answer.Opened).isEqualTo(there && isOpen()));
    }

    private boolean isOpen() {
      return !verifications.cases().all().isEmpty();
    }
  }
}
