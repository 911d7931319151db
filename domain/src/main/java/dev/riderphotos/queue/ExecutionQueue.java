package dev.riderphotos.queue;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where executions wait for their turn: rider after rider, so that nobody is behind another's many.
 * Who waits for an answer needs a place, of which there are so many. What is in the journal anyhow
 * needs none; all of it together stands in line as one more rider does.
 */
public final class ExecutionQueue {
  private static final ScopedValue<Turn> TURN = ScopedValue.newInstance();
  private static final String RIDER = "rider ";
  private static final String JOURNAL = "journal";

  private final Executor executor;
  private final Places places;
  private final Turns turns;
  private final int backlogAtOnce;
  private final Deque<Task> backlog = new ArrayDeque<>();
  private int ofBacklog;

  /** A task is run when it has its turn. */
  public interface Task {
    void run();

    /** It will not be run now, for this process ends, or has no thread left. To return at once. */
    void dropped();
  }

  /**
   * Makes an empty queue.
   *
   * @param executor a thread for whatever has its turn: how many that are, the rules say
   */
  public ExecutionQueue(QueueSettings settings, Executor executor) {
    this.executor = executor;
    this.places = new Places(settings);
    this.turns = new Turns(settings.atOnce());
    this.backlogAtOnce = Math.max(settings.perRider(), settings.atOnce());
  }

  /** Of the execution that the calling thread runs: others have its turn while it pauses. */
  public static Pauses pauses() {
    return new Pauses() {
      @Override
      public void begin() {
        mine().begin();
      }

      @Override
      public void end() {
        mine().end();
      }
    };
  }

  private static Pauses mine() {
    return TURN.isBound() ? TURN.get() : Pauses.OF_NOBODY;
  }

  public Optional<Place> reserve(RiderId rider, @Nullable String caller) {
    return places.reserve(rider, caller);
  }

  /** Runs a task when its turn comes. */
  public void run(Place place, Task task) {
    place.passOn();
    ask(RIDER + place.rider().value(), task, place::release);
  }

  /** Runs a task that needs no place when its turn comes. */
  public void runFromJournal(Task task) {
    synchronized (backlog) {
      backlog.add(task);
    }
    takeFromBacklog();
  }

  /** Whether some of what needs no place does not even stand in line yet. */
  public boolean backlogged() {
    synchronized (backlog) {
      return !backlog.isEmpty();
    }
  }

  /** From now on nothing is begun. What runs goes on, unless it comes to pause. */
  public void close() {
    turns.close();
    List<Task> rest;
    synchronized (backlog) {
      rest = List.copyOf(backlog);
      backlog.clear();
    }
    rest.forEach(Task::dropped);
  }

  /** Whether all that ran has ended, or pauses, in time. */
  public boolean awaitIdle(Duration patience) throws InterruptedException {
    return turns.awaitIdle(patience);
  }

  private void takeFromBacklog() {
    nextOfBacklog().ifPresent(task -> ask(JOURNAL, task, this::oneOfBacklogEnded));
  }

  private Optional<Task> nextOfBacklog() {
    synchronized (backlog) {
      if (backlog.isEmpty() || ofBacklog == backlogAtOnce) {
        return Optional.empty();
      }
      ofBacklog++;
      return Optional.of(backlog.remove());
    }
  }

  private void oneOfBacklogEnded() {
    synchronized (backlog) {
      ofBacklog--;
    }
    takeFromBacklog();
  }

  private void ask(String lane, Task task, Runnable whenEnded) {
    CompletableFuture<Void> turn = new CompletableFuture<>();
    var _ =
        turn.whenComplete(
            (_, never) -> {
              if (never == null) {
                start(new Turn(turns, lane), task, whenEnded);
              } else {
                task.dropped();
              }
            });
    turns.ask(lane, turn);
  }

  private void start(Turn turn, Task task, Runnable whenEnded) {
    try {
      executor.execute(() -> run(turn, task, whenEnded));
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      turn.close();
      task.dropped();
      whenEnded.run();
    }
  }

  private static void run(Turn turn, Task task, Runnable whenEnded) {
    try (turn) {
      ScopedValue.where(TURN, turn).run(task::run);
    } finally {
      whenEnded.run();
    }
  }
}
