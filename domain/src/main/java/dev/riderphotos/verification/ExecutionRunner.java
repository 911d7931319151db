package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import dev.riderphotos.Conflict;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.ExecutionWatcher;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Redrive;
import dev.riderphotos.execution.Status;
import dev.riderphotos.execution.StoppedException;
import dev.riderphotos.queue.ExecutionQueue;
import dev.riderphotos.queue.Place;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs executions in the background, each at most once at a time, and takes up those that another
 * process left unfinished when it ended.
 */
public final class ExecutionRunner implements AutoCloseable {
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final WorkflowEngine engine;
  private final Executions executions;
  private final ExecutionWatcher watcher;
  private final ExecutionQueue queue;
  private final Map<ExecutionId, CompletableFuture<Execution>> running = new ConcurrentHashMap<>();
  private final Set<ExecutionId> postponed = ConcurrentHashMap.newKeySet();
  private final Set<ExecutionId> left = ConcurrentHashMap.newKeySet();

  public ExecutionRunner(
      WorkflowEngine engine,
      Executions executions,
      ExecutionWatcher watcher,
      ExecutionQueue queue) {
    this.engine = engine;
    this.executions = executions;
    this.watcher = watcher;
    this.queue = queue;
  }

  /**
   * A place for an execution yet to be begun; empty if too many wait already.
   *
   * @param caller for whom it is, who must leave places to others; {@code null} if there are none
   */
  public Optional<Place> reserve(RiderId rider, @Nullable String caller) {
    return queue.reserve(rider, caller);
  }

  /**
   * Its end, or the fault that keeps the journal from writing it down; cancelled if this process
   * ends before. An execution that is running already is not run again: its end is the same, or, if
   * another process runs it, how it stands.
   */
  public CompletableFuture<Execution> run(ExecutionId id, Place place) {
    Run begun = new Run(id);
    CompletableFuture<Execution> earlier = running.putIfAbsent(id, begun.end);
    if (earlier == null) {
      queue.run(place, begun);
    }
    return earlier == null ? begun.end : earlier;
  }

  /** The same for one that nobody waits for, so that it may wait for long. */
  public CompletableFuture<Execution> run(ExecutionId id) {
    Run begun = new Run(id);
    CompletableFuture<Execution> earlier = running.putIfAbsent(id, begun.end);
    if (earlier == null) {
      queue.runFromJournal(begun);
    }
    return earlier == null ? begun.end : earlier;
  }

  /**
   * Has a failed execution run again, in the background. Of many who ask at once, one is told that
   * it did.
   *
   * @throws IllegalArgumentException if there is no such execution
   * @throws BackendException if the journal is out of order; the execution has still failed then,
   *     or runs when what was postponed is taken up
   */
  public Redrive redrive(ExecutionId id, Place place) {
    Status seen = statusOf(id);
    if (seen != Status.FAILED) {
      return new Redrive.NotFailed(seen); // its photo may still be being kept, so leave it alone
    }
    Run begun = new Run(id);
    if (running.putIfAbsent(id, begun.end) != null) {
      return new Redrive.NotFailed(Status.RUNNING);
    }
    try {
      Redrive redrive = engine.redrive(id);
      queue.run(place, begun); // what has ended meanwhile is not run again
      return redrive;
    } catch (RuntimeException fault) {
      begun.abandon(fault);
      throw fault;
    }
  }

  /** Takes up what this process had to postpone, and what others left: on start, and at times. */
  public void resume() {
    runAll(List.copyOf(postponed));
    takeUp();
  }

  /** Takes up what others left when they ended: to be called often, so that it does not wait. */
  public void takeUp() {
    if (!queue.backlogged()) {
      runAll(engine.left());
    }
  }

  /**
   * Begins nothing more, waits for what runs, and leaves the rest to whoever reads the journal
   * next, which may be another process at once.
   *
   * @return whether nothing runs any more
   */
  public boolean stop(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    queue.close();
    leave(deadline);
    boolean idle = queue.awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
    running.forEach(this::drop); // what pauses, and what took too long
    leave(deadline);
    return idle;
  }

  /** Stops, and waits for what runs, as long as it may take. */
  @Override
  public void close() {
    try {
      boolean _ = stop(FOR_EVER);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private void drop(ExecutionId id, CompletableFuture<Execution> end) {
    left.add(id);
    postponed.add(id); // should this process go on after all
    boolean _ = running.remove(id, end);
    boolean _ = end.cancel(false);
  }

  /** What cannot be given back in time is had by others later, as if this process had died. */
  private void leave(long deadline) {
    for (ExecutionId id : List.copyOf(left)) {
      try {
        executions.release(id);
        left.remove(id);
      } catch (BackendException fault) {
        watcher.postponed(id, fault);
        return;
      }
      if (System.nanoTime() > deadline) {
        return;
      }
    }
  }

  private void runAll(List<ExecutionId> ids) {
    for (ExecutionId id : ids) {
      CompletableFuture<Execution> _ = run(id); // the watcher hears of it
    }
  }

  private void note(ExecutionId id, boolean unfinished) {
    if (unfinished) {
      postponed.add(id);
    } else {
      postponed.remove(id);
    }
  }

  private Status statusOf(ExecutionId id) {
    return executions
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No such execution: " + id))
        .status();
  }

  /** One run of an execution, from its being asked for to its end. */
  private final class Run implements ExecutionQueue.Task {
    private final ExecutionId id;
    private final CompletableFuture<Execution> end = new CompletableFuture<>();

    Run(ExecutionId id) {
      this.id = id;
    }

    @Override
    public void run() {
      try {
        Execution ended = engine.run(id);
        note(id, ended.unfinished() && ended.heldBy() == null); // else a state machine sees to it
        running.remove(id);
        end.complete(ended);
      } catch (StoppedException stopped) {
        drop(id, end);
      } catch (RuntimeException fault) {
        watcher.postponed(id, fault);
        abandon(fault);
      } catch (Error fatal) {
        running.remove(id);
        end.completeExceptionally(fatal);
        throw fatal;
      }
    }

    @Override
    public void dropped() {
      drop(id, end);
    }

    void abandon(RuntimeException fault) {
      note(id, fault instanceof BackendException || fault instanceof Conflict);
      running.remove(id);
      end.completeExceptionally(fault);
    }
  }
}
