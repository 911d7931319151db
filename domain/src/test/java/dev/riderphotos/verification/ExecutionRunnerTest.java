package dev.riderphotos.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.Retries;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.Submission;
import dev.riderphotos.face.FaceDetector;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.Pauses;
import dev.riderphotos.queue.Place;
import dev.riderphotos.queue.QueueSettings;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Concurrently;
import dev.riderphotos.testkit.Consistency;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Crash;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import dev.riderphotos.testkit.Verifications;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
  void whatNoThreadWasThereForIsRunLater() {
    Execution submitted = submit();
    List<Runnable> refused = new ArrayList<>();
    ExecutionRunner full =
        runner(
            new QueueSettings(1, 1, 1),
            task -> {
              if (refused.isEmpty()) {
                refused.add(task);
                throw new RejectedExecutionException("full");
              }
              task.run();
            });

    assertThat(full.run(submitted.id(), place(full, Riders.ada()))).isCancelled();
    full.resume();

    assertThat(verifications.executions().find(submitted.id()))
        .hasValueSatisfying(ended -> assertThat(ended.status()).isEqualTo(Status.VERIFIED));
    assertThat(full.reserve(Riders.ada(), null)).isPresent();
  }

  @Test
  void oneOfManyRidersIsNotBehindAnothersMany() {
    ExecutionRunner single = runner(new QueueSettings(1, 20, 10), waiting::add);
    List<Execution> adas = IntStream.range(0, 5).mapToObj(_ -> submit()).toList();
    Execution boris = verifications.submit(Riders.boris(), Photos.of(Person.BORIS), false);
    for (Execution execution : adas) {
      CompletableFuture<Execution> _ = single.run(execution.id(), place(single, Riders.ada()));
    }

    CompletableFuture<Execution> end = single.run(boris.id(), place(single, Riders.boris()));
    waiting.remove().run(); // has its turn already
    waiting.remove().run(); // stood in line before
    waiting.remove().run();

    assertThat(end).isDone();
    assertThat(verifications.watcher().ended()).hasSize(3);
    runWaiting();
    assertThat(verifications.watcher().ended()).hasSize(6);
  }

  @Test
  void aPlaceIsFreeAgainWhenTheExecutionHasEnded() {
    ExecutionRunner single = runner(new QueueSettings(1, 1, 1), waiting::add);
    Execution submitted = submit();
    try (Place place = place(single, Riders.ada())) {
      CompletableFuture<Execution> _ = single.run(submitted.id(), place);
    }
    assertThat(single.reserve(Riders.ada(), null)).isEmpty();

    runWaiting();

    assertThat(single.reserve(Riders.ada(), null)).isPresent();
  }

  @Test
  void aPlaceOfWhatRunsAlreadyIsFree() {
    ExecutionRunner single = runner(new QueueSettings(1, 1, 1), waiting::add);
    Execution submitted = submit();
    CompletableFuture<Execution> first = single.run(submitted.id());
    try (Place place = place(single, Riders.ada())) {
      assertThat(single.run(submitted.id(), place)).isSameAs(first);
    }

    assertThat(single.reserve(Riders.ada(), null)).isPresent();
  }

  @Test
  void aLongJournalIsTakenUpBitByBitAndKeepsNobodyWaiting() {
    IntStream.range(0, 30)
        .forEach(number -> verifications.submit(Riders.number(number), Photos.nobody(), false));
    Execution adas = submit();
    verifications.executions().holderDied();
    assertThat(verifications.executions().claim(adas.id())).isTrue();
    ExecutionRunner single = runner(new QueueSettings(1, 1, 1), waiting::add);

    single.resume();
    CompletableFuture<Execution> end = single.run(adas.id(), place(single, Riders.ada()));
    waiting.remove().run();
    waiting.remove().run();

    assertThat(end).isDone();
    runWaiting();
    assertThat(verifications.executions().all()).noneMatch(Execution::unfinished);
  }

  @Test
  void whoPausesHoldsNoTurn() {
    Execution adas = submit();
    Execution boris = verifications.submit(Riders.boris(), Photos.of(Person.BORIS), false);
    List<CompletableFuture<Execution>> others = new ArrayList<>();
    Execution end =
        whilePausing(
            adas,
            single -> {
              CompletableFuture<Execution> other =
                  single.run(boris.id(), place(single, Riders.boris()));
              others.add(other);
              assertThat(other.join().status()).isEqualTo(Status.VERIFIED);
            });

    assertThat(end.status()).isEqualTo(Status.VERIFIED);
    assertThat(others).hasSize(1);
  }

  @Test
  void whoPausesHoldsNoPicture() {
    Execution end = whilePausing(submit(), _ -> assertThat(opened()).isZero());

    assertThat(end.status()).isEqualTo(Status.VERIFIED);
    assertThat(opened()).isZero();
  }

  @Test
  void anEndingProcessLeavesWhatWaitsAndWhatPauses() throws InterruptedException {
    Execution adas = submit();
    Execution boris = verifications.submit(Riders.boris(), Photos.of(Person.BORIS), false);
    ExecutionRunner single = runner(new QueueSettings(1, 5, 5), waiting::add);
    CompletableFuture<Execution> running = single.run(adas.id(), place(single, Riders.ada()));
    CompletableFuture<Execution> other = single.run(boris.id(), place(single, Riders.boris()));

    boolean idle = single.stop(Duration.ZERO);

    assertThat(idle).isFalse(); // the first has its turn
    assertThat(other).isCancelled();
    assertThat(running).isCancelled();
    assertThat(verifications.executions().unfinished()).containsExactly(adas.id(), boris.id());
    single.resume();
    runWaiting();
    assertThat(verifications.executions().find(boris.id()))
        .hasValueSatisfying(left -> assertThat(left.status()).isEqualTo(Status.RUNNING));
  }

  @Test
  void whatRunsMayEndWhileTheProcessEnds() throws InterruptedException {
    Execution adas = submit();
    ExecutionRunner single = runner(new QueueSettings(1, 5, 5), Runnable::run);
    CompletableFuture<Execution> end = single.run(adas.id(), place(single, Riders.ada()));

    assertThat(single.stop(Duration.ZERO)).isTrue();

    assertThat(end.join().status()).isEqualTo(Status.VERIFIED);
    assertThat(verifications.executions().unfinished()).isEmpty();
  }

  @Test
  void whoPausesWhileTheProcessEndsWritesNothingMore() {
    Execution adas = submit();
    faults.next(1, Fault.RETRYABLE, call -> call.method().equals("search"));
    ExecutionRunner[] stopped = new ExecutionRunner[1];
    Pausing retries = new Pausing(() -> stop(stopped[0]));
    verifications.swap(ports -> ports.withRetries(retries));
    stopped[0] = runner(new QueueSettings(1, 5, 5), Runnable::run);

    CompletableFuture<Execution> end = stopped[0].run(adas.id(), place(stopped[0], Riders.ada()));

    assertThat(end).isCancelled();
    assertThat(verifications.executions().find(adas.id()))
        .hasValueSatisfying(left -> assertThat(left.status()).isEqualTo(Status.RUNNING));
    assertThat(verifications.executions().unfinished()).containsExactly(adas.id());
    assertThat(verifications.watcher().faults()).isEmpty();
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

  private int opened() {
    return verifications.opener().stillOpen();
  }

  /** The end of an execution that pauses once, while something else is done. */
  private Execution whilePausing(Execution execution, Consumer<ExecutionRunner> meanwhile) {
    ExecutionRunner[] single = new ExecutionRunner[1];
    faults.next(1, Fault.RETRYABLE, call -> call.method().equals("search"));
    Pausing retries = new Pausing(() -> meanwhile.accept(single[0]));
    verifications.swap(ports -> ports.withRetries(retries));
    single[0] = runner(new QueueSettings(1, 5, 5), Runnable::run);
    return single[0].run(execution.id(), place(single[0], Riders.ada())).join();
  }

  private static void stop(ExecutionRunner runner) {
    try {
      assertThat(runner.stop(Duration.ZERO)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  private static Place place(ExecutionRunner runner, RiderId rider) {
    return runner.reserve(rider, null).orElseThrow();
  }

  private ExecutionRunner runner(Executor executor) {
    return runner(QueueSettings.DEFAULT, executor);
  }

  private ExecutionRunner runner(QueueSettings settings, Executor executor) {
    Verifications faulty = verifications.swap(ports -> ports.withFaults(faults));
    return new ExecutionRunner(
        faulty.verification(),
        faulty.ports().executions(),
        verifications.watcher(),
        new ExecutionQueue(settings, executor));
  }

  private void runWaiting() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  /** Tries once more, and pauses once before: then something else happens. */
  private static final class Pausing implements Retries {
    private final Pauses pauses = ExecutionQueue.pauses();
    private final Runnable meanwhile;
    private boolean paused;

    private Pausing(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public <T> T call(IntFunction<T> attempt) {
      try {
        return attempt.apply(1);
      } catch (BackendException fault) {
        if (paused) {
          throw fault;
        }
        paused = true;
        pauses.begin();
        meanwhile.run();
        pauses.end();
        return attempt.apply(2);
      }
    }
  }
}
