package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import dev.riderphotos.execution.State;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Step;
import dev.riderphotos.execution.Step.Outcome;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderNotifier;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Call;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call of every port that a verification makes, broken in every way. */
class BrokenBackendsTest {
  private final Verifications verifications = new Verifications();
  private final Faults faults = new Faults();

  @ParameterizedTest
  @MethodSource("callsOfEveryRun")
  void aPassingFaultIsTriedAgain(Scenario scenario, Call broken) {
    for (int times : new int[] {1, 5}) {
      endsAsIfNothingHadBroken(scenario, broken, Fault.RETRYABLE, times);
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfEveryRun")
  void anAnswerThatGotLostIsAskedForAgain(Scenario scenario, Call broken) {
    for (int times : new int[] {1, 5}) {
      endsAsIfNothingHadBroken(scenario, broken, Fault.ANSWER_LOST, times);
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfEveryScenario")
  void aFaultThatStaysIsUndoneAndThePhotoAcceptedLater(Scenario scenario, Call broken) {
    failsAndIsAcceptedLater(scenario, broken, Fault.RETRYABLE);
    failsAndIsAcceptedLater(scenario, broken, Fault.FINAL);
  }

  @ParameterizedTest
  @MethodSource("callsOfEveryScenario")
  void whatWasDoneUnheardOfIsDoneOrUndone(Scenario scenario, Call broken) {
    failsAndIsAcceptedLater(scenario, broken, Fault.ANSWER_LOST);
    failsAndIsAcceptedLater(scenario, broken, Fault.ANSWER_LOST_FOR_GOOD);
  }

  @ParameterizedTest
  @MethodSource("callsOfEveryScenario")
  void oneFinalFaultLeavesNothingHalfDone(Scenario scenario, Call broken) {
    for (Fault fault : List.of(Fault.FINAL, Fault.ANSWER_LOST_FOR_GOOD)) {
      for (int nth = 1; nth <= 3; nth++) {
        Verifications fresh = new Verifications();
        scenario.prepare(fresh);
        Faults once = new Faults();
        Verifications faulty = fresh.swap(ports -> ports.withFaults(once));
        once.nth(nth, fault, broken::equals);

        play(scenario, faulty);

        once.heal();
        resume(fresh);
        Consistency.holds(fresh);
      }
    }
  }

  @Test
  void theJournalCountsAttempts() {
    verifications.swap(ports -> ports.withFaults(faults));
    faults.next(5, Fault.RETRYABLE, call -> call.is(PhotoStore.class, "get"));

    Step detection =
        verifications
            .verify(Riders.ada(), Photos.oneFace())
            .step(State.FACE_DETECTION)
            .orElseThrow();

    assertThat(detection.attempts()).isEqualTo(6);
    assertThat(detection.outcome()).isEqualTo(Outcome.SUCCEEDED);
  }

  @Test
  void theJournalTellsWhatBroke() {
    verifications.swap(ports -> ports.withFaults(faults));
    faults.always(Fault.RETRYABLE, call -> call.is(PhotoStore.class, "get"));

    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.verdict()).isNull();
    assertThat(execution.fault()).isEqualTo("Could not do PhotoStore.get");
    Step detection = execution.step(State.FACE_DETECTION).orElseThrow();
    assertThat(detection.attempts()).isEqualTo(7);
    assertThat(detection.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(detection.error()).isEqualTo("Could not do PhotoStore.get");
    assertThat(detection.endedAt()).isNotNull();
    assertThat(verifications.notifier().sent()).isEmpty(); // the photo is not to blame
  }

  @Test
  void ofAFaultThatNobodyForesawOnlyTheKindIsTold() {
    verifications.swap(
        ports ->
            ports.withDetector(
                (_, _) -> {
                  throw new IllegalStateException("/home/ada/face.jpg");
                }));

    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.status()).isEqualTo(Status.FAILED);
    assertThat(execution.toString()).doesNotContain("/home/ada");
    assertThat(execution.fault()).isEqualTo("Unexpected IllegalStateException");
    assertThat(execution.step(State.FACE_DETECTION).orElseThrow().attempts()).isOne();
    assertThat(verifications.opener().stillOpen()).isZero();
  }

  @Test
  void aMailThatCannotBeSentDoesNotChangeTheVerdict() {
    verifications.swap(ports -> ports.withFaults(faults));
    faults.always(Fault.RETRYABLE, call -> call.is(RiderNotifier.class, "send"));

    Execution execution = verifications.verify(Riders.ada(), Photos.nobody());

    assertThat(execution.status()).isEqualTo(Status.REJECTED);
    assertThat(execution.step(State.PHOTO_DOES_NOT_MEET_REQUIREMENT).orElseThrow().outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(verifications.watcher().steps())
        .filteredOn(step -> step.outcome() == Outcome.FAILED)
        .hasSize(1);
  }

  @Test
  void whatTurnsOutVerifiedAfterAllTellsNoFault() {
    verifications.swap(ports -> ports.withFaults(faults));
    faults.next(1, Fault.ANSWER_LOST_FOR_GOOD, call -> call.is(RiderProfiles.class, "replace"));

    Execution execution = verifications.verify(Riders.ada(), Photos.oneFace());

    assertThat(execution.status()).isEqualTo(Status.VERIFIED);
    assertThat(execution.verdict()).isInstanceOf(Verdict.Verified.class);
    assertThat(execution.fault()).isNull();
  }

  private static void endsAsIfNothingHadBroken(
      Scenario scenario, Call broken, Fault fault, int times) {
    Verifications fresh = new Verifications();
    scenario.prepare(fresh);
    Faults passing = new Faults();
    fresh.swap(ports -> ports.withFaults(passing));
    Execution submitted = scenario.submit(fresh);
    passing.next(times, fault, broken::equals);

    Execution execution = fresh.run(submitted);

    assertThat(execution.status()).isEqualTo(scenario.end());
    assertThat(execution.unfinished()).isFalse();
    Consistency.holds(fresh);
    assertPicturesClosed(fresh, fault);
    assertThat(fresh.notifier().sent()).hasSize(scenario.end() == Status.REJECTED ? 1 : 0);
  }

  private static void failsAndIsAcceptedLater(Scenario scenario, Call broken, Fault fault) {
    Verifications fresh = new Verifications();
    scenario.prepare(fresh);
    List<RiderProfile> before = fresh.profiles().all();
    Faults lasting = new Faults();
    fresh.swap(ports -> ports.withFaults(lasting));
    lasting.always(fault, broken::equals);

    List<Execution> earlier = fresh.executions().all();
    play(scenario, fresh);

    lasting.heal();
    resume(fresh);
    Consistency.holds(fresh);
    assertPicturesClosed(fresh, fault);
    List<Execution> ended = new ArrayList<>(fresh.executions().all());
    ended.removeAll(earlier);
    if (ended.isEmpty() || ended.getFirst().status() == Status.FAILED) {
      assertThat(fresh.profiles().all()).isEqualTo(before);
      assertThat(scenario.play(fresh).status()).isEqualTo(scenario.end());
      Consistency.holds(fresh);
    } else {
      assertThat(ended).singleElement().satisfies(last -> endedAsItShould(last, scenario));
    }
  }

  private static void play(Scenario scenario, Verifications verifications) {
    try {
      Execution execution = scenario.play(verifications);
      if (execution.status() == Status.RUNNING) { // then somebody knows that it is to be settled
        assertThat(verifications.verification().left()).contains(execution.id());
      }
    } catch (BackendException fault) {
      // Only the journal may say so, and the store while the sender waits.
      assertThat(fault).hasMessageMatching("Could not do (Executions\\..*|PhotoStore\\.put)");
    }
  }

  /** If the journal broke before the photo was kept, the execution ends for want of it. */
  private static void endedAsItShould(Execution execution, Scenario scenario) {
    boolean missing =
        execution.verdict() instanceof Verdict.Rejected(_, List<Reason> reasons, _, _)
            && reasons.getFirst().code() == ReasonCode.PHOTO_MISSING;
    assertThat(execution.status()).isEqualTo(missing ? Status.REJECTED : scenario.end());
  }

  private static void resume(Verifications verifications) {
    verifications.executions().holderDied();
    for (ExecutionId id : verifications.verification().left()) {
      Execution ended = verifications.verification().run(id);
      assertThat(ended.unfinished()).isFalse();
    }
  }

  /** A picture whose answer was lost cannot be closed by anybody. */
  private static void assertPicturesClosed(Verifications verifications, Fault fault) {
    if (fault == Fault.RETRYABLE || fault == Fault.FINAL) {
      assertThat(verifications.opener().stillOpen()).isZero();
    }
  }

  static Stream<Arguments> callsOfEveryScenario() {
    return Arrays.stream(Scenario.values())
        .flatMap(scenario -> callsOf(scenario).map(call -> Arguments.of(scenario, call)));
  }

  /** Without those of the submission, which are not tried again. */
  static Stream<Arguments> callsOfEveryRun() {
    return Arrays.stream(Scenario.values())
        .flatMap(
            scenario -> calls(scenario, true).distinct().map(call -> Arguments.of(scenario, call)));
  }

  private static Stream<Call> callsOf(Scenario scenario) {
    return Stream.concat(calls(scenario, false), calls(scenario, true)).distinct();
  }

  /** Of the run, or of the submission before it. */
  private static Stream<Call> calls(Scenario scenario, boolean run) {
    Verifications healthy = new Verifications();
    scenario.prepare(healthy);
    Faults none = new Faults();
    healthy.swap(ports -> ports.withFaults(none));
    Execution submitted = scenario.submit(healthy);
    int before = none.calls().size();
    assertThat(healthy.run(submitted).status()).isEqualTo(scenario.end());
    List<Call> calls = none.calls();
    return (run ? calls.subList(before, calls.size()) : calls.subList(0, before)).stream();
  }
}
