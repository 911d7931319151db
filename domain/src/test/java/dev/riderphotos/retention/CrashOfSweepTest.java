package dev.riderphotos.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.BackendException;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.retention.KeptMail.Letter;
import dev.riderphotos.review.Outcome;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Retentions;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process dies before and after every single call of a sweep, and another goes on. */
class CrashOfSweepTest {
  private static final Duration YEAR = Duration.ofDays(365);

  @ParameterizedTest
  @EnumSource(names = {"CRASH", "CRASH_AFTERWARDS", "RETRYABLE", "ANSWER_LOST"})
  void whatIsInterruptedIsDoneByTheNextAndToldOnce(Fault death) {
    int calls = 0;
    boolean last;
    do {
      Server server = new Server();
      server.retentions.goOn(YEAR.minusDays(20));
      server.faults.nth(++calls, death, _ -> true);
      int called = server.sweep();
      server.restart();
      int _ = server.sweep();
      server.allButRidersAreGone();
      last = calls > called;
    } while (!last);
    assertThat(calls).isGreaterThan(20);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRASH", "CRASH_AFTERWARDS", "RETRYABLE", "ANSWER_LOST"})
  void whoseErasureIsInterruptedIsErasedByTheNext(Fault death) {
    int calls = 0;
    boolean last;
    do {
      Server server = new Server();
      server.retentions.goOn(YEAR.minusDays(20));
      int _ = server.sweep();
      server.retentions.goOn(Duration.ofDays(31));
      server.faults.nth(++calls, death, _ -> true);
      int called = server.sweep();
      server.restart();
      server.carryOutWishes();
      int _ = server.sweep();
      server.nothingIsLeft();
      last = calls > called;
    } while (!last);
    assertThat(calls).isGreaterThan(20);
  }

  /** One that can die. */
  private static final class Server {
    private final Verifications verifications = new Verifications();
    private final Retentions retentions = new Retentions(verifications);
    private final Faults faults = new Faults();

    private Server() {
      RetentionSettings usual = RetentionSettings.DEFAULT;
      retentions.settings(
          new RetentionSettings(
              usual.refusedPhotos(), usual.executions(), usual.mail(), usual.cases(), YEAR));
      verifications.verify(Riders.ada(), Photos.of(Person.ADA));
      verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
      verifications.verify(Riders.boris(), Photos.nobody());
      verifications
          .cases()
          .open(
              CaseFiles.possibleDuplicate(Riders.number(1), Riders.number(2), retentions.now())
                  .closed(Outcome.EXPIRED, retentions.now(), null));
      retentions.mail().add(new Letter("one", retentions.now()));
      retentions.withFaults(faults);
    }

    /** How many calls it made. */
    private int sweep() {
      int before = faults.calls().size();
      try {
        Optional<Swept> _ = retentions.daily().sweepIfDue(() -> true);
      } catch (Crash _) {
        // Another process goes on.
      } catch (BackendException _) {
        // The next look goes on.
      }
      return faults.calls().size() - before;
    }

    /** Another process finds that this one was not heard of. */
    private void restart() {
      faults.heal();
      retentions.goOn(DailySweep.LEASE);
    }

    /** As every server does, whatever began them. */
    private void carryOutWishes() {
      retentions.wishes().all().forEach(retentions.erasing()::carryOut);
    }

    private void allButRidersAreGone() {
      assertThat(retentions.sweeps().last()).isPresent();
      assertThat(verifications.executions().all()).isEmpty();
      assertThat(verifications.cases().all()).isEmpty();
      assertThat(retentions.mail().all()).isEmpty();
      assertThat(verifications.profiles().all()).hasSize(2);
      assertThat(verifications.photos().refs()).hasSize(4);
      assertThat(verifications.notifier().away()).hasSize(2);
      assertThat(retentions.sightings().all()).hasSize(2).noneMatch(each -> each.toldAt() == null);
      Consistency.holds(verifications);
    }

    private void nothingIsLeft() {
      assertThat(verifications.profiles().all()).isEmpty();
      assertThat(verifications.photos().refs()).isEmpty();
      assertThat(verifications.collection().all()).isEmpty();
      assertThat(retentions.sightings().all()).isEmpty();
      Consistency.holds(verifications);
    }
  }
}
