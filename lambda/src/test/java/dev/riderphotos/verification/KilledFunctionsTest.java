package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Status;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A function dies before and after every single call that it makes, once or every time. */
class KilledFunctionsTest {
  static Stream<Arguments> deaths() {
    return Stream.of(Scenario.values())
        .flatMap(
            scenario ->
                Stream.of(Fault.DEATH, Fault.DEATH_AFTERWARDS)
                    .map(death -> Arguments.of(scenario, death)));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void aFunctionThatDiesIsCalledAgain(Scenario scenario, Fault death) {
    int calls = callsOf(scenario).size();
    assertThat(calls).isGreaterThan(10);
    for (int call = 1; call <= calls; call++) {
      Faults faults = new Faults();
      Verifications verifications = ready(scenario, faults);
      Execution submitted = scenario.submit(verifications);
      faults.nth(call, death, _ -> true);
      Execution seen = end(verifications, submitted);
      faults.heal();

      Execution ended = verifications.run(seen);

      assertThat(ended.status()).as("call " + call).isEqualTo(scenario.end());
      assertThat(ended.unfinished()).isFalse();
      Consistency.holds(verifications);
    }
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void whatDiesEveryTimeLeavesNothingHalfDoneAndGoesThroughLater(Scenario scenario, Fault death) {
    for (Faults.Call fatal : Set.copyOf(callsOf(scenario))) {
      Faults faults = new Faults();
      Verifications verifications = ready(scenario, faults);
      Execution submitted = scenario.submit(verifications);
      faults.always(death, fatal::equals);
      Execution ended = end(verifications, submitted);
      faults.heal();
      if (ended.unfinished()) {
        ended = verifications.run(submitted); // once its dead letter is told again
      }

      assertThat(ended.unfinished()).as(fatal.toString()).isFalse();
      Consistency.holds(verifications);
      if (ended.status() == Status.FAILED) {
        assertThat(verifications.verification().redrive(ended.id()))
            .isInstanceOf(Redrive.Redriven.class);
        assertThat(verifications.run(ended).status()).isEqualTo(scenario.end());
        Consistency.holds(verifications);
      } else {
        assertThat(ended.status()).isEqualTo(scenario.end());
      }
    }
  }

  /**
   * The engine looks the execution up before its run is started, and after: then it is no function.
   */
  private static Execution end(Verifications verifications, Execution submitted) {
    try {
      return verifications.run(submitted);
    } catch (Faults.Crash unread) {
      return submitted;
    }
  }

  private static Verifications ready(Scenario scenario, Faults faults) {
    Verifications verifications = new Verifications();
    scenario.prepare(verifications);
    return verifications.swap(ports -> ports.withFaults(faults));
  }

  private static List<Faults.Call> callsOf(Scenario scenario) {
    Faults none = new Faults();
    Verifications verifications = ready(scenario, none);
    Execution submitted = scenario.submit(verifications);
    int before = none.calls().size();
    assertThat(verifications.run(submitted).status()).isEqualTo(scenario.end());
    return none.calls().subList(before, none.calls().size());
  }
}
