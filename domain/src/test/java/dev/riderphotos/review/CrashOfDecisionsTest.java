package dev.riderphotos.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Reviews;
import dev.riderphotos.testkit.Verifications;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies before and after every single call of a decision, and another goes on. */
class CrashOfDecisionsTest {
  static Stream<Arguments> deaths() {
    return Stream.of(Story.values())
        .flatMap(
            story ->
                Stream.of(Fault.CRASH, Fault.CRASH_AFTERWARDS, Fault.RETRYABLE)
                    .map(death -> Arguments.of(story, death)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whateverIsInterruptedEndsInTheNextProcess(Story story, Fault death) {
    int calls = 0;
    Server server;
    do {
      server = new Server(story);
      server.faults.nth(++calls, death, _ -> true);
      server.carryOut();
      server.restart();
      server.reviews.carryOut();
      server.resume();
      story.ended(server.verifications);
    } while (server.called >= calls);
    assertThat(calls).isGreaterThan(5);
  }

  @ParameterizedTest
  @EnumSource
  void whatMustHoldHoldsAtEveryMoment(Story story) {
    int calls = 0;
    int looked;
    do {
      Server server = new Server(story);
      int number = ++calls;
      int[] looks = new int[1];
      server.faults.before(
          number,
          () -> {
            looks[0]++;
            story.holds(server.verifications);
          });
      server.carryOut();
      looked = looks[0];
      story.ended(server.verifications);
    } while (looked > 0);
    assertThat(calls).isGreaterThan(5);
  }

  /** One that can die. */
  private static final class Server {
    private final Verifications verifications = new Verifications();
    private final Reviews reviews = new Reviews(verifications);
    private final Faults faults = new Faults();
    private int called;

    private Server(Story story) {
      Case _ = story.prepare(verifications, reviews);
      story.decide(verifications, reviews);
      verifications.swap(ports -> ports.withFaults(faults));
    }

    private void carryOut() {
      try {
        reviews.carryOut();
      } catch (Crash _) {
        // Another process goes on.
      } catch (BackendException _) {
        // The next turn goes on.
      }
      called = faults.calls().size();
    }

    private void restart() {
      faults.heal();
      verifications.executions().holderDied();
    }

    private void resume() {
      for (ExecutionId id : verifications.executions().unfinished()) {
        Execution ended = verifications.verification().run(id);
        assertThat(ended.unfinished()).isFalse();
      }
    }
  }
}
