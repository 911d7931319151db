package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionArn;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Call;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.ImmediateRetries;
import dev.riderphotos.testkit.InMemoryErasureLog;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.RecordingStateMachine;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.Erasure.Busy;
import dev.riderphotos.verification.Erasure.Erased;
import dev.riderphotos.verification.Erasure.KeptHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgetRiderTest {
  private static final PhotoRef SHARED = new PhotoRef("rider-photos", "shared/photo.jpg");

  private final Verifications verifications = new Verifications();

  @AfterEach
  void nothingIsHalfDone() {
    if (verifications.executions().all().stream().noneMatch(Execution::unfinished)) {
      Consistency.holds(verifications);
    }
  }

  @Test
  void whatIsForeseenIsWhatGoes() {
    verifications.verify(Riders.ada(), Photos.nobody());
    verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    verifications.verify(Riders.boris(), Photos.of(Person.BORIS));
    List<Execution> before = verifications.executions().all();

    Erasure foreseen = verifications.forgetting().foresee(Riders.ada());

    assertThat(verifications.executions().all()).as("nothing went yet").isEqualTo(before);
    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    assertThat(verifications.forgetting().forget(Riders.ada())).isEqualTo(foreseen);
    assertThat(foreseen)
        .isInstanceOfSatisfying(
            Erased.class,
            erased -> {
              assertThat(erased.executions()).isEqualTo(2);
              assertThat(erased.photos()).hasSize(3);
            });
  }

  @Test
  void whatIsBeingVerifiedIsForeseenToo() {
    Execution running = verifications.submit(Riders.ada(), Photos.oneFace(), false);

    assertThat(verifications.forgetting().foresee(Riders.ada()).photos())
        .containsExactly(running.submission().photo());
  }

  @Test
  void forgettingAStrangerIsHarmless() {
    verify(Photos.of(Person.BORIS));

    assertThat(verifications.forgetting().forget(Riders.boris()))
        .isEqualTo(new Erased(Riders.boris(), List.of(), List.of(), 0, 0, false, null));
    assertThat(verifications.profiles().all()).hasSize(1);
  }

  @Test
  void aForgottenRiderIsGoneForGood() {
    Execution verified = verify(Photos.oneFace());
    RiderProfile profile = verifications.profiles().all().getFirst();

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isEqualTo(
            new Erased(
                Riders.ada(),
                List.of(profile.face()),
                List.of(profile.photo(), profile.thumbnail()),
                1,
                0,
                true,
                null));

    assertThat(verifications.photos().refs()).isEmpty();
    assertThat(verifications.collection().all()).isEmpty();
    assertThat(verifications.profiles().all()).isEmpty();
    assertThat(verifications.executions().find(verified.id())).isEmpty();
  }

  @Test
  void theSecondReceiptIsEmpty() {
    verify(Photos.oneFace());

    assertThat(verifications.forgetting().forget(Riders.ada())).isNotNull();
    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isEqualTo(new Erased(Riders.ada(), List.of(), List.of(), 0, 0, false, null));
  }

  @Test
  void refusedPhotosGoToo() {
    Execution refused = verify(Photos.nobody());

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isEqualTo(
            new Erased(
                Riders.ada(), List.of(), List.of(refused.submission().photo()), 1, 0, false, null));
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void photosThatWereReplacedAreNotOnTheReceipt() {
    verify(Photos.oneFace());
    verify(Photos.of(Person.BORIS));
    RiderProfile profile = verifications.profiles().all().getFirst();

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isEqualTo(
            new Erased(
                Riders.ada(),
                List.of(profile.face()),
                List.of(profile.photo(), profile.thumbnail()),
                2,
                0,
                true,
                null));
  }

  @Test
  void aPhotoThatOthersMayPointToIsKept() {
    verifications.photos().put(SHARED, Photos.nobody());
    WorkflowEngine verification = verifications.verification();
    Execution started =
        verification.start(ExecutionId.random(), new Submission(Riders.ada(), SHARED, false, null));
    assertThat(verification.run(started.id()).status()).isEqualTo(Status.REJECTED);

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isEqualTo(new Erased(Riders.ada(), List.of(), List.of(), 1, 0, false, null));
    assertThat(verifications.photos().refs()).containsExactly(SHARED);
    verifications.photos().delete(SHARED);
  }

  @Test
  void othersAreNotForgotten() {
    verify(Photos.oneFace());
    Execution boris = verifications.verify(Riders.boris(), Photos.of(Person.BORIS));

    assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erased.class);

    assertThat(verifications.profiles().find(Riders.boris())).isPresent();
    assertThat(verifications.executions().all()).containsExactly(boris);
  }

  @Test
  void nothingIsErasedWhileAPhotoIsBeingVerified() {
    verify(Photos.oneFace());
    Execution running = verifications.submit(Riders.ada(), Photos.of(Person.BORIS), false);

    assertThat(verifications.forgetting().forget(Riders.ada())).isEqualTo(new Busy());
    assertThat(verifications.profiles().all()).hasSize(1);
    assertThat(verifications.photos().refs()).hasSize(3);

    assertThat(verifications.run(running).status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erased.class);
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void aLongHistoryIsErasedWhole() {
    for (int number = 0; number < 250; number++) {
      verify(Photos.truncated());
    }

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isInstanceOfSatisfying(
            Erased.class,
            erased -> {
              assertThat(erased.executions()).isEqualTo(250);
              assertThat(erased.photos()).hasSize(250);
            });
    assertThat(verifications.executions().all()).isEmpty();
    assertThat(verifications.photos().refs()).isEmpty();
  }

  @Test
  void anErasureThatWasCutShortCanBeRepeated() {
    int call = 0;
    while (cutShort(++call)) {
      assertThat(verifications.photos().refs()).isEmpty();
      assertThat(verifications.collection().all()).isEmpty();
      assertThat(verifications.profiles().all()).isEmpty();
      assertThat(verifications.executions().all()).isEmpty();
    }
    assertThat(call).isGreaterThan(8);
  }

  /** Whether there was a call of that number that could fail. */
  private boolean cutShort(int call) {
    verify(Photos.nobody());
    verify(Photos.oneFace());
    Faults faults = new Faults();
    faults.nth(call, Fault.ANSWER_LOST_FOR_GOOD, _ -> true);
    ForgetRider broken = verifications.ports().withFaults(faults).forgetRider();
    try {
      assertThat(broken.forget(Riders.ada())).isInstanceOf(Erased.class);
      return false;
    } catch (BackendException _) {
      assertThat(verifications.forgetting().forget(Riders.ada())).isInstanceOf(Erased.class);
      return true;
    }
  }

  @Test
  void theRowGoesLast() {
    verify(Photos.oneFace());
    Faults faults = new Faults();

    assertThat(verifications.ports().withFaults(faults).forgetRider().forget(Riders.ada()))
        .isInstanceOf(Erased.class);

    assertThat(faults.calls().getLast()).isEqualTo(new Call(RiderProfiles.class, "delete"));
  }

  @Test
  void anErasureIsNotedBeforeAnythingGoesAndOnceAllIsGone() {
    verify(Photos.oneFace());
    List<Boolean> known = new ArrayList<>();
    ErasureLog log =
        rider -> {
          assertThat(rider).isEqualTo(Riders.ada());
          known.add(verifications.profiles().find(rider).isPresent());
        };

    assertThat(verifications.ports().forgetRider(log).forget(Riders.ada()))
        .isInstanceOf(Erased.class);

    assertThat(known).containsExactly(true, false);
  }

  @Test
  void whatCannotBeNotedIsNotErased() {
    verify(Photos.oneFace());
    Faults faults = new Faults();
    faults.nth(1, Fault.FINAL, _ -> true);
    ErasureLog full = faults.around(ErasureLog.class, new InMemoryErasureLog());

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> verifications.ports().forgetRider(full).forget(Riders.ada()));

    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    assertThat(verifications.photos().refs()).hasSize(2);
  }

  @Test
  void nothingIsNotedOfWhoIsNotErased() {
    InMemoryErasureLog log = new InMemoryErasureLog();
    Execution _ = verifications.submit(Riders.ada(), Photos.oneFace(), false);

    assertThat(verifications.ports().forgetRider(log).forget(Riders.ada())).isEqualTo(new Busy());
    assertThat(verifications.ports().forgetRider(log).foresee(Riders.boris())).isNotNull();

    assertThat(log.notes()).isEmpty();
  }

  @Test
  void whatAStateMachineRunsIsStoppedAndErasedOnceItIsSettled() {
    Instant end = Instant.parse("2026-03-01T00:00:00Z");
    RecordingStateMachine machine = new RecordingStateMachine();
    Execution running = held(machine, Status.RUNNING, null);
    machine.eachStop(run -> settle(run, end));

    assertThat(forgetting(machine).forget(Riders.ada()))
        .isEqualTo(
            new Erased(
                Riders.ada(),
                List.of(),
                List.of(),
                1,
                0,
                false,
                new KeptHistory(1, end.plus(Duration.ofDays(90)))));

    assertThat(machine.stopped()).containsExactly(machine.arn(running.id(), 0));
    assertThat(verifications.executions().all()).isEmpty();
  }

  @Test
  void whatIsNotSettledInTimeWasStoppedAndIsNotErased() {
    verify(Photos.oneFace());
    RecordingStateMachine machine = new RecordingStateMachine();
    Execution running = held(machine, Status.RUNNING, null);

    assertThat(forgetting(machine).forget(Riders.ada())).isEqualTo(new Busy(1));
    assertThat(verifications.profiles().all()).hasSize(1);
    assertThat(verifications.executions().all()).hasSize(2);

    settle(machine.arn(running.id(), 0), Instant.EPOCH);
    assertThat(forgetting(machine).forget(Riders.ada())).isInstanceOf(Erased.class);
  }

  @Test
  void whatIsYetToBeTidiedUpIsWaitedFor() {
    RecordingStateMachine machine = new RecordingStateMachine();
    Execution untidy = held(machine, Status.FAILED, Instant.EPOCH);
    assertThat(untidy.unfinished()).isTrue();

    assertThat(forgetting(machine).forget(Riders.ada())).isEqualTo(new Busy(1));
  }

  /** It goes on, and then it would be the state machine that had been stopped in vain. */
  @Test
  void nothingIsStoppedWhileAProcessVerifiesAPhoto() {
    RecordingStateMachine machine = new RecordingStateMachine();
    Execution _ = held(machine, Status.RUNNING, null);
    Execution _ = verifications.submit(Riders.ada(), Photos.oneFace(), false);

    assertThat(forgetting(machine).forget(Riders.ada())).isEqualTo(new Busy(0));

    assertThat(machine.stopped()).isEmpty();
  }

  @Test
  void whatWillBeStoppedIsForeseenAsErasedAndNotStoppedYet() {
    RecordingStateMachine machine = new RecordingStateMachine();
    Execution running = held(machine, Status.RUNNING, null);

    assertThat(forgetting(machine).foresee(Riders.ada()))
        .isInstanceOfSatisfying(
            Erased.class,
            erased ->
                assertThat(erased.kept())
                    .isEqualTo(new KeptHistory(1, running.startedAt().plus(Duration.ofDays(90)))));

    assertThat(machine.stopped()).isEmpty();
  }

  @Test
  void theLastOfTheRunsSaysUntilWhenTheirHistoryIsKept() {
    RecordingStateMachine machine = new RecordingStateMachine();
    Instant last = Instant.parse("2026-05-01T00:00:00Z");
    settle(machine.arn(held(machine, Status.RUNNING, null).id(), 0), last);
    settle(machine.arn(held(machine, Status.RUNNING, null).id(), 0), last.minusSeconds(60));

    assertThat(verifications.forgetting().forget(Riders.ada()))
        .isInstanceOfSatisfying(
            Erased.class,
            erased ->
                assertThat(erased.kept())
                    .isEqualTo(new KeptHistory(2, last.plus(Duration.ofDays(90)))));
  }

  private ForgetRider forgetting(RecordingStateMachine machine) {
    return verifications
        .ports()
        .forgetRider(new StopRuns(machine, verifications.executions(), new ImmediateRetries()));
  }

  /** An execution on a photo that others may point to, which a state machine holds. */
  private Execution held(RecordingStateMachine machine, Status status, @Nullable Instant end) {
    ExecutionId id = ExecutionId.random();
    Execution begun =
        Execution.started(id, new Submission(Riders.ada(), SHARED, false, null), Instant.EPOCH)
            .heldBy(machine.arn(id, 0));
    return verifications.executions().start(end == null ? begun : begun.ended(status, false, end));
  }

  private void settle(ExecutionArn run, Instant end) {
    Execution held =
        verifications.executions().heldByStateMachines().stream()
            .filter(execution -> run.equals(execution.heldBy()))
            .findFirst()
            .orElseThrow();
    Execution _ =
        verifications
            .executions()
            .change(held.id(), run, each -> each.failed("Stopped").ended(Status.FAILED, true, end));
  }

  private Execution verify(Photo photo) {
    Execution execution = verifications.verify(Riders.ada(), photo);
    assertThat(execution.unfinished()).isFalse();
    return execution;
  }
}
