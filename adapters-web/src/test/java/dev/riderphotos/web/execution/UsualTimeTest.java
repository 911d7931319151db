package dev.riderphotos.web.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.testkit.InMemoryExecutions;
import dev.riderphotos.testkit.Journals;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsualTimeTest {
  private static final Instant START = Instant.parse("2026-02-03T04:05:06Z");

  private final SettableClock clock = new SettableClock();
  private final InMemoryExecutions executions = new InMemoryExecutions();
  private final UsualTime usual = new UsualTime(executions, clock);
  private int begun;

  @Test
  void nothingIsUsualBeforeAnythingHasEnded() {
    executions.start(Journals.running(Riders.ada(), START));

    assertThat(usual.look()).isEmpty();
  }

  @Test
  void oneThatTookLongIsNotUsual() {
    ended(Duration.ofSeconds(2));
    ended(Duration.ofSeconds(3));
    ended(Duration.ofMinutes(4));

    assertThat(usual.look()).contains(Duration.ofSeconds(3));
  }

  @Test
  void onlyTheLastHundredCount() {
    for (int execution = 0; execution < 100; execution++) {
      ended(Duration.ofMinutes(1));
    }
    for (int execution = 0; execution < 100; execution++) {
      ended(Duration.ofSeconds(1));
    }

    assertThat(usual.look()).contains(Duration.ofSeconds(1));
  }

  @Test
  void itIsLookedUpAgainAfterAMinute() {
    ended(Duration.ofSeconds(2));
    assertThat(usual.look()).contains(Duration.ofSeconds(2));
    ended(Duration.ofSeconds(8));
    ended(Duration.ofSeconds(8));
    assertThat(usual.look()).contains(Duration.ofSeconds(2));

    clock.goOn(Duration.ofSeconds(61));

    assertThat(usual.look()).contains(Duration.ofSeconds(8));
  }

  /** Each begins after the one before. */
  private void ended(Duration time) {
    begun++;
    Execution running = Journals.running(Riders.ada(), START.plusMillis(begun));
    executions.start(running);
    executions.save(running.ended(Status.REJECTED, true, running.startedAt().plus(time)));
  }
}
