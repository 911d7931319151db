package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class ExecutionRunnerTest {
  private final Verifications verifications = new Verifications();
  private final Faults faults = new Faults();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final ExecutionRunner runner = runner(waiting::add);

  @Test
  void runsInTheBackground() {
    Execution submitted = submit();

    CompletableFuture<Execution> end = runner.run(submitted.id());

    assertThat(end).isNotDone();
    runWaiting();
    assertThat(end.join().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void whatIsRunningIsNotRunAgain() {
    Execution submitted = submit();

    CompletableFuture<Execution> first = runner.run(submitted.id());
    CompletableFuture<Execution> second = runner.run(submitted.id());
    runner.resume();

    assertThat(waiting).hasSize(1);
    runWaiting();
    assertThat(second.join()).isEqualTo(first.join());
    assertThat(verifications.watcher().ended()).hasSize(1);
  }

  @Test
  void whatHasEndedIsNotRunAgain() {
    Execution submitted = submit();
    CompletableFuture<Execution> first = runner.run(submitted.id());
    runWaiting();

    CompletableFuture<Execution> second = runner.run(submitted.id());
    runWaiting();

    assertThat(second.join()).isEqualTo(first.join());
    assertThat(verifications.watcher().ended()).hasSize(1);
  }

  @Test
  void manyWhoAskAtOnceGetOneEnd() {
    Execution submitted = submit();
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      ExecutionRunner busy = runner(pool);

      List<Execution> ends = Concurrently.call(16, _ -> busy.run(submitted.id()).join());

      assertThat(ends).containsOnly(ends.getFirst());
      assertThat(verifications.watcher().ended()).hasSize(1);
    }
  }

  @Test
  void takesUpWhatAnEarlierProcessLeft() {
    Execution adas = submit();
    Execution boris = verifications.submit(Riders.boris(), Photos.of(Person.BORIS), false);
    verifications.verify(Riders.clara(), Photos.of(Person.CLARA));
    verifications.executions().holderDied();

    runner.resume();

    assertThat(waiting).hasSize(2);
    runWaiting();
    assertThat(verifications.executions().find(adas.id()))
        .hasValueSatisfying(ended -> assertThat(ended.status()).isEqualTo(Status.VERIFIED));
    assertThat(verifications.executions().find(boris.id()))
        .hasValueSatisfying(ended -> assertThat(ended.status()).isEqualTo(Status.VERIFIED));
    Consistency.holds(verifications);
  }

  @Test
  void aBrokenJournalPostponesTheExecution() {
    Execution submitted = submit();
    faults.always(Fault.FINAL, call -> call.is(Executions.class, "save"));

    CompletableFuture<Execution> end = runner.run(submitted.id());
    runWaiting();

    assertThatThrownBy(end::join).hasCauseInstanceOf(BackendException.class);
    assertThat(verifications.watcher().faults()).isNotEmpty();
    faults.heal();
    runner.resume();
    runWaiting();
    assertThat(verifications.profiles().find(Riders.ada())).isPresent();
    Consistency.holds(verifications);
  }

  @Test
  void whatCouldNotBeTidiedIsTidiedLater() {
    faults.always(
        Fault.FINAL,
        call -> call.method().equals("deleteFacesOf") || call.is(RiderProfiles.class, "replace"));
    Execution submitted = submit();
    CompletableFuture<Execution> end = runner.run(submitted.id());
    runWaiting();
    assertThat(end.join().unfinished()).isTrue();
    assertThat(end.join().status()).isEqualTo(Status.FAILED);

    faults.heal();
    runner.resume();
    runWaiting();

    assertThat(verifications.executions().all()).noneMatch(Execution::unfinished);
    assertThat(verifications.collection().size()).isZero();
    runner.resume();
    assertThat(waiting).isEmpty();
  }

  @Test
  void aPhotoThatIsStillBeingKeptIsNotTakenForAMissingOne() {
    Submission submission =
        new Submission(Riders.ada(), new PhotoRef("rider-photos", "x"), false, null);
    Execution begun = verifications.verification().start(ExecutionId.random(), submission);

    runner.resume();
    runWaiting();
    verifications.photos().put(begun.submission().photo(), Photos.oneFace());
    CompletableFuture<Execution> end = runner.run(begun.id());
    runWaiting();

    assertThat(end.join().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void whatTheExecutorRefusedCanBeRunLater() {
    Execution submitted = submit();
    ExecutionRunner full =
        runner(
            task -> {
              if (waiting.isEmpty()) {
                waiting.add(() -> {});
                throw new RejectedExecutionException("full");
              }
              task.run();
            });

    assertThatThrownBy(() -> full.run(submitted.id()))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(full.run(submitted.id()).join().status()).isEqualTo(Status.VERIFIED);
  }

  @Test
  void aDyingProcessKeepsNobodyWaiting() {
    Execution submitted = submit();
    faults.next(1, Fault.CRASH, call -> call.is(FaceDetector.class, "detect"));

    CompletableFuture<Execution> end = runner.run(submitted.id());

    assertThatThrownBy(this::runWaiting).isInstanceOf(Crash.class);
    assertThat(end).isCompletedExceptionally();
  }

  @Test
  void whatWasNeverStartedCannotBeRun() {
    CompletableFuture<Execution> end = runner.run(ExecutionId.random());
    runWaiting();

    assertThatThrownBy(end::join).hasCauseInstanceOf(IllegalArgumentException.class);
    runner.resume();
    assertThat(waiting).isEmpty();
  }

  private Execution submit() {
    return verifications.submit(Riders.ada(), Photos.oneFace(), false);
  }

  private ExecutionRunner runner(Executor executor) {
    Verifications faulty = verifications.swap(ports -> ports.withFaults(faults));
    return new ExecutionRunner(
        faulty.verification(), faulty.ports().executions(), verifications.watcher(), executor);
  }

  private void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }
}
