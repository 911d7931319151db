package dev.riderphotos.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Retentions;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailySweepTest {
  private final Verifications verifications = new Verifications();
  private final Retentions retentions = new Retentions(verifications);

  @Test
  void isDoneOnceADayWhicheverProcessLooks() {
    assertThat(sweepIfDue()).isPresent();
    retentions.goOn(Duration.ofHours(23));
    assertThat(sweepIfDue()).isEmpty();

    retentions.goOn(Duration.ofHours(1));

    assertThat(sweepIfDue()).isPresent();
    assertThat(retentions.sweeps().last()).contains(retentions.now());
    assertThat(sweepIfDue()).isEmpty();
  }

  @Test
  void isDoneAtAnyTimeByWhoWantsIt() {
    assertThat(sweepIfDue()).isPresent();
    assertThat(retentions.daily().sweepNow(() -> true)).isPresent();
  }

  @Test
  void whileAnotherSweepsNobodyDoes() {
    assertThat(
            retentions.sweeps().take("another", retentions.now(), retentions.now().plusSeconds(60)))
        .isTrue();

    assertThat(sweepIfDue()).isEmpty();
    retentions.goOn(Duration.ofMinutes(1));
    assertThat(sweepIfDue()).as("it was not heard of").isPresent();
  }

  @Test
  void whatIsCutShortIsBegunAnewTheSameDay() {
    for (int number = 0; number < 150; number++) {
      verifications.verify(Riders.number(number), Photos.nobody());
    }
    retentions.goOn(Duration.ofDays(365));
    int[] steps = new int[1];

    Optional<Swept> cut = retentions.daily().sweepIfDue(() -> steps[0]++ < 2);

    assertThat(cut).hasValueSatisfying(swept -> assertThat(swept.complete()).isFalse());
    assertThat(retentions.sweeps().last()).isEmpty();
    assertThat(sweepIfDue())
        .hasValueSatisfying(
            swept -> {
              assertThat(swept.complete()).isTrue();
              assertThat(swept.count(Kept.EXECUTIONS)).isEqualTo(50);
            });
  }

  @Test
  void whoLosesTheLeaseStops() {
    for (int number = 0; number < 150; number++) {
      verifications.verify(Riders.number(number), Photos.nobody());
    }
    retentions.goOn(Duration.ofDays(365));
    int[] steps = new int[1];

    Optional<Swept> lost =
        retentions
            .daily()
            .sweepNow(
                () -> {
                  if (++steps[0] == 2) {
                    retentions.goOn(DailySweep.LEASE);
                    assertThat(
                            retentions
                                .sweeps()
                                .take(
                                    "another",
                                    retentions.now(),
                                    retentions.now().plus(DailySweep.LEASE)))
                        .isTrue();
                  }
                  return true;
                });

    assertThat(lost).hasValueSatisfying(swept -> assertThat(swept.complete()).isFalse());
    assertThat(steps[0]).isEqualTo(2);
    assertThat(sweepIfDue()).as("the other one has it").isEmpty();
  }

  private Optional<Swept> sweepIfDue() {
    return retentions.daily().sweepIfDue(() -> true);
  }
}
