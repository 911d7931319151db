package dev.riderphotos.verification;

import dev.riderphotos.BackendException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Runs executions in the background, each at most once at a time, and takes up those that another
 * process left unfinished when it died.
 */
public final class ExecutionRunner {
  private final VerifyRiderPhoto verification;
  private final Executions executions;
  private final ExecutionWatcher watcher;
  private final Executor executor;
  private final Map<ExecutionId, CompletableFuture<Execution>> running = new ConcurrentHashMap<>();
  private final Set<ExecutionId> postponed = ConcurrentHashMap.newKeySet();

  /**
   * Makes a runner.
   *
   * @param executor bounds how many run at once
   */
  public ExecutionRunner(
      VerifyRiderPhoto verification,
      Executions executions,
      ExecutionWatcher watcher,
      Executor executor) {
    this.verification = verification;
    this.executions = executions;
    this.watcher = watcher;
    this.executor = executor;
  }

  /**
   * Its end, or the fault that keeps the journal from writing it down. An execution that is running
   * already is not run again: its end is the same, or, if another process runs it, how it stands.
   */
  public CompletableFuture<Execution> run(ExecutionId id) {
    CompletableFuture<Execution> begun = new CompletableFuture<>();
    CompletableFuture<Execution> earlier = running.putIfAbsent(id, begun);
    if (earlier != null) {
      return earlier;
    }
    try {
      executor.execute(() -> complete(id, begun));
    } catch (RuntimeException refused) {
      abandon(id, begun, refused);
      throw refused;
    }
    return begun;
  }

  /**
   * Has a failed execution run again, in the background. Of many who ask at once, one is told that
   * it did.
   *
   * @throws IllegalArgumentException if there is no such execution
   * @throws BackendException if the journal is out of order; the execution has still failed then,
   *     or runs when what was postponed is taken up
   */
  public Redrive redrive(ExecutionId id) {
    Status seen = statusOf(id);
    if (seen != Status.FAILED) {
      return new Redrive.NotFailed(seen); // its photo may still be being kept, so leave it alone
    }
    CompletableFuture<Execution> begun = new CompletableFuture<>();
    if (running.putIfAbsent(id, begun) != null) {
      return new Redrive.NotFailed(Status.RUNNING);
    }
    try {
      Redrive redrive = verification.redrive(id);
      executor.execute(() -> complete(id, begun)); // what has ended meanwhile is not run again
      return redrive;
    } catch (RuntimeException fault) {
      abandon(id, begun, fault);
      throw fault;
    }
  }

  /**
   * Takes up what this process had to postpone, and what others left when they died: to be called
   * on start, and now and then.
   */
  public void resume() {
    runAll(List.copyOf(postponed));
    runAll(executions.unfinished());
  }

  private void runAll(List<ExecutionId> ids) {
    for (ExecutionId id : ids) {
      CompletableFuture<Execution> _ = run(id); // the watcher hears of it
    }
  }

  private void complete(ExecutionId id, CompletableFuture<Execution> begun) {
    try {
      Execution ended = verification.run(id);
      note(id, ended.unfinished());
      running.remove(id);
      begun.complete(ended);
    } catch (RuntimeException fault) {
      note(id, fault instanceof BackendException);
      running.remove(id);
      watcher.postponed(id, fault);
      begun.completeExceptionally(fault);
    } catch (Error fatal) {
      running.remove(id);
      begun.completeExceptionally(fatal);
      throw fatal;
    }
  }

  private void abandon(ExecutionId id, CompletableFuture<Execution> begun, RuntimeException fault) {
    note(id, true);
    running.remove(id);
    begun.completeExceptionally(fault);
  }

  private Status statusOf(ExecutionId id) {
    return executions
        .find(id)
        .orElseThrow(() -> new IllegalArgumentException("No such execution: " + id))
        .status();
  }

  private void note(ExecutionId id, boolean unfinished) {
    if (unfinished) {
      postponed.add(id);
    } else {
      postponed.remove(id);
    }
  }
}
