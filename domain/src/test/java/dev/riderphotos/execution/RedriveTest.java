package dev.riderphotos.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.execution.Redrive.NotFailed;
import dev.riderphotos.execution.Redrive.Redriven;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.Place;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Scenario;
import dev.riderphotos.testkit.Verifications;
import dev.riderphotos.verification.ExecutionRunner;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedriveTest {
  private final Verifications verifications = new Verifications();
  private final Faults faults = new Faults();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final ExecutionRunner runner = runner(waiting::add);

  @Test
  void aFailedExecutionIsRunAgain() {
    Execution failed = failed();

    Redrive redrive = redrive(runner, failed.id());

    assertThat(redrive).isInstanceOf(Redriven.class);
    Execution begun = journalOf(failed);
    assertThat(redrive).isEqualTo(new Redriven(begun));
    assertThat(begun.status()).isEqualTo(Status.RUNNING);
    assertThat(begun.fault()).isNull();
    assertThat(begun.endedAt()).isNull();
    runWaiting();
    Execution verified = journalOf(failed);
    assertThat(verified.status()).isEqualTo(Status.VERIFIED);
    assertThat(verified.startedAt()).isEqualTo(failed.startedAt());
    assertThat(verified.step(State.FACE_DETECTION).map(Step::attempts)).hasValue(2);
    assertThat(verified.step(State.PERSIST_METADATA).map(Step::attempts)).hasValue(8);
    Consistency.holds(verifications);
  }

  @ParameterizedTest
  @EnumSource
  void aRedriveEndsAsIfNothingHadFailed(Scenario scenario) {
    scenario.prepare(verifications);
    ExecutionRunner sameSettings = runner(waiting::add);
    faults.always(Fault.FINAL, call -> call.is(PhotoStore.class, "get"));
    Execution failed = scenario.play(verifications);
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    faults.heal();

    assertThat(redriven(sameSettings, failed).status()).isEqualTo(scenario.end());

    Consistency.holds(verifications);
  }

  @Test
  void whatHasNotFailedIsLeftAlone() {
    Execution verified = verifications.verify(Riders.ada(), Photos.of(Person.ADA));
    Execution rejected = verifications.verify(Riders.boris(), Photos.nobody());
    Execution running = verifications.submit(Riders.clara(), Photos.of(Person.CLARA), false);
    List<Execution> before = verifications.executions().all();

    assertThat(redrive(runner, verified.id())).isEqualTo(new NotFailed(Status.VERIFIED));
    assertThat(redrive(runner, rejected.id())).isEqualTo(new NotFailed(Status.REJECTED));
    assertThat(redrive(runner, running.id())).isEqualTo(new NotFailed(Status.RUNNING));

    assertThat(waiting).isEmpty();
    assertThat(verifications.executions().all()).isEqualTo(before);
  }

  @Test
  void redrivenByManyAtOnceItRunsOnce() {
    Execution failed = failed();
    int endsBefore = verifications.watcher().ended().size();
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      ExecutionRunner busy = runner(pool);

      List<Redrive> redrives = Concurrently.call(16, _ -> redrive(busy, failed.id()));

      assertThat(redrives).filteredOn(Redriven.class::isInstance).hasSize(1);
    }
    assertThat(journalOf(failed).status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.watcher().ended()).hasSize(endsBefore + 1);
    assertThat(journalOf(failed).step(State.FACE_DETECTION).map(Step::attempts)).hasValue(2);
    Consistency.holds(verifications);
  }

  @Test
  void redrivenTwiceItRunsOnce() {
    Execution failed = failed();

    Redrive first = redrive(runner, failed.id());
    Redrive second = redrive(runner, failed.id());

    assertThat(first).isInstanceOf(Redriven.class);
    assertThat(second).isEqualTo(new NotFailed(Status.RUNNING));
    assertThat(waiting).hasSize(1);
    runWaiting();
    assertThat(redrive(runner, failed.id())).isEqualTo(new NotFailed(Status.VERIFIED));
  }

  @Test
  void aRedriveMayFailAndBeRedriven() {
    Execution failed = failed();
    faults.always(Fault.FINAL, call -> call.is(RiderProfiles.class, "replace"));
    assertThat(redriven(failed).status()).isEqualTo(Status.FAILED);
    Consistency.holds(verifications);

    faults.heal();

    assertThat(redriven(failed).status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void aRedriveThatACrashInterruptsGoesOnInTheNextProcess() {
    Execution failed = failed();
    assertThat(redrive(runner, failed.id())).isInstanceOf(Redriven.class);
    waiting.clear();
    verifications.executions().holderDied();

    runner(Runnable::run).resume();

    assertThat(journalOf(failed).status()).isEqualTo(Status.VERIFIED);
    Consistency.holds(verifications);
  }

  @Test
  void aFaceThatWasRegisteredMeanwhileIsRefused() {
    Execution failed = failed();
    verifications.verify(Riders.boris(), Photos.anotherOf(Person.ADA));

    assertThat(redriven(failed).status()).isEqualTo(Status.REJECTED);

    assertThat(verifications.notifier().sent()).hasSize(1);
    Consistency.holds(verifications);
  }

  @Test
  void aProfileThatCameMeanwhileIsReplacedByTheRedrivenOne() {
    verifications.verify(Riders.ada(), Photos.of(Person.BORIS));
    Execution failed = failed();
    verifications.verify(Riders.ada(), Photos.of(Person.CLARA));

    assertThat(redriven(failed).status()).isEqualTo(Status.VERIFIED);

    assertThat(verifications.profiles().find(Riders.ada()))
        .hasValueSatisfying(row -> assertThat(row.photo()).isEqualTo(failed.submission().photo()));
    Consistency.holds(verifications);
  }

  @Test
  void whatIsNotTidiedYetMayBeRedriven() {
    faults.always(
        Fault.FINAL,
        call -> call.method().equals("deleteFacesOf") || call.is(RiderProfiles.class, "replace"));
    Execution failed = verifications.verify(Riders.ada(), Photos.oneFace());
    assertThat(failed.unfinished()).isTrue();
    faults.heal();

    assertThat(redriven(failed).status()).isEqualTo(Status.VERIFIED);

    Consistency.holds(verifications);
  }

  @Test
  void aJournalThatIsOutOfOrderLeavesItFailed() {
    Execution failed = failed();
    faults.always(Fault.FINAL, call -> call.is(Executions.class, "redrive"));

    assertThatThrownBy(() -> redrive(runner, failed.id())).isInstanceOf(BackendException.class);

    assertThat(waiting).isEmpty();
    assertThat(journalOf(failed)).isEqualTo(failed);
    faults.heal();
    assertThat(redriven(failed).status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void aRedriveWhoseAnswerWasLostIsTakenUpLater() {
    Execution failed = failed();
    faults.next(1, Fault.ANSWER_LOST_FOR_GOOD, call -> call.is(Executions.class, "redrive"));
    assertThatThrownBy(() -> redrive(runner, failed.id())).isInstanceOf(BackendException.class);

    runner.resume();
    runWaiting();

    assertThat(journalOf(failed).status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void whoeverAsksForTheEndOfARedriveGetsIt() {
    Execution failed = failed();
    assertThat(redrive(runner, failed.id())).isInstanceOf(Redriven.class);

    CompletableFuture<Execution> end = runner.run(failed.id());
    runWaiting();

    assertThat(end.join().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void whatWasNeverStartedCannotBeRedriven() {
    assertThatThrownBy(() -> redrive(runner, ExecutionId.random()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Ada's, which failed at its very end. */
  private Execution failed() {
    faults.always(Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));
    Execution failed = verifications.verify(Riders.ada(), Photos.oneFace());
    assertThat(failed.status()).isEqualTo(Status.FAILED);
    faults.heal();
    return failed;
  }

  private Execution redriven(Execution failed) {
    return redriven(runner, failed);
  }

  private Execution redriven(ExecutionRunner by, Execution failed) {
    assertThat(redrive(by, failed.id())).isInstanceOf(Redriven.class);
    runWaiting();
    return journalOf(failed);
  }

  private Execution journalOf(Execution execution) {
    return verifications.executions().find(execution.id()).orElseThrow();
  }

  private static Redrive redrive(ExecutionRunner runner, ExecutionId id) {
    try (Place place = runner.reserve(Riders.ada(), null).orElseThrow()) {
      return runner.redrive(id, place);
    }
  }

  private ExecutionRunner runner(Executor executor) {
    Verifications faulty = verifications.swap(ports -> ports.withFaults(faults));
    return new ExecutionRunner(
        faulty.verification(),
        faulty.ports().executions(),
        verifications.watcher(),
        new ExecutionQueue(QueueSettings.DEFAULT, executor));
  }

  private void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
