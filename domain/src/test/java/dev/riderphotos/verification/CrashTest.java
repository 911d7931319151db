package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The process dies before and after every single call, and another takes up what it left. */
class CrashTest {
  static Stream<Arguments> deaths() {
    return Stream.of(Scenario.values())
        .flatMap(
            scenario ->
                Stream.of(Fault.CRASH, Fault.CRASH_AFTERWARDS)
                    .map(death -> Arguments.of(scenario, death)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whateverACrashInterruptsEndsInTheNextProcess(Scenario scenario, Fault death) {
    int calls = 0;
    Server server;
    do {
      server = new Server(scenario);
      server.dieAt(++calls, death);
      server.play();
      server.restart();
      server.resume();
      Consistency.holds(server.verifications);
      server.endsAreAnnouncedOnce();
      server.rejectedOnlyWhatShouldBe();
    } while (server.died);
    assertThat(calls).isGreaterThan(10);
  }

  @ParameterizedTest
  @EnumSource
  void neitherDoTwoCrashesLeaveAnythingHalfDone(Scenario scenario) {
    int calls = 0;
    Server server;
    do {
      server = dyingTwice(scenario, ++calls);
    } while (server.died);
  }

  private static Server dyingTwice(Scenario scenario, int firstDeath) {
    int secondDeath = 0;
    Server server;
    boolean diedAgain;
    do {
      server = new Server(scenario);
      server.dieAt(firstDeath, Fault.CRASH_AFTERWARDS);
      server.play();
      server.restart();
      server.dieAt(secondDeath += 3, Fault.CRASH_AFTERWARDS);
      diedAgain = server.diesResuming();
      server.restart();
      server.resume();
      Consistency.holds(server.verifications);
    } while (diedAgain);
    return server;
  }

  @Test
  void aRefusalThatTheRiderWasToldOfStands() {
    Server server = new Server(Scenario.KNOWN_FACE);
    server.faults.nth(1, Fault.CRASH_AFTERWARDS, call -> call.is(RiderNotifier.class, "send"));
    server.play();
    assertThat(server.died).isTrue();
    assertThat(server.verifications.notifier().sent()).hasSize(1);
    server.restart();
    assertThat(server.verifications.forgetting().forget(Riders.clara()))
        .isInstanceOf(Erasure.Erased.class);

    server.resume();

    assertThat(server.last().status()).isEqualTo(Status.REJECTED);
    assertThat(server.verifications.notifier().sent()).hasSize(1);
    assertThat(server.verifications.verify(Riders.ada(), Photos.of(Person.ADA)).status())
        .isEqualTo(Status.VERIFIED);
  }

  /** One that can die. */
  private static final class Server {
    private final Verifications verifications = new Verifications();
    private final Faults faults = new Faults();
    private final Scenario scenario;
    private final List<Execution> before;
    private boolean died;

    private Server(Scenario scenario) {
      this.scenario = scenario;
      scenario.prepare(verifications);
      before = verifications.executions().all();
      verifications.swap(ports -> ports.withFaults(faults));
    }

    private void dieAt(int call, Fault death) {
      faults.nth(call, death, _ -> true);
    }

    private void play() {
      try {
        assertThat(scenario.play(verifications).status()).isEqualTo(scenario.end());
      } catch (Crash _) {
        died = true;
      }
    }

    private void endsAreAnnouncedOnce() {
      assertThat(verifications.announcements().pending())
          .extracting(OfRider::subject)
          .containsExactlyInAnyOrderElementsOf(
              verifications.executions().all().stream().map(each -> each.id().toString()).toList());
    }

    private boolean diesResuming() {
      try {
        resume();
        return false;
      } catch (Crash _) {
        return true;
      }
    }

    private void restart() {
      faults.heal();
      verifications.executions().holderDied();
    }

    private void resume() {
      for (ExecutionId id : verifications.executions().unfinished()) {
        assertThat(verifications.verification().run(id).unfinished()).isFalse();
      }
    }

    private Execution last() {
      return verifications.executions().all().getLast();
    }

    /** A photo that was lost before it was kept cannot be verified. */
    private void rejectedOnlyWhatShouldBe() {
      verifications.executions().all().stream()
          .filter(execution -> !before.contains(execution))
          .reduce((_, latest) -> latest)
          .ifPresent(
              latest -> {
                boolean kept = verifications.photos().refs().contains(latest.submission().photo());
                assertThat(latest.status()).isEqualTo(kept ? scenario.end() : Status.REJECTED);
              });
    }
  }
}
