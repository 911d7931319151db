package dev.riderphotos.verification;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Runs executions in the background, each at most once at a time in this process, and takes up
 * those that an earlier process left unfinished.
 */
public final class ExecutionRunner {
  private final VerifyRiderPhoto verification;
  private final Executions executions;
  private final ExecutionWatcher watcher;
  private final Executor executor;
  private final Map<ExecutionId, CompletableFuture<Execution>> running = new ConcurrentHashMap<>();

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
   * already is not run again: its end is the same.
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
      running.remove(id);
      throw refused;
    }
    return begun;
  }

  /**
   * Takes up what is unfinished: to be called on start, and now and then for what was postponed.
   */
  public void resume() {
    for (ExecutionId id : executions.unfinished()) {
      CompletableFuture<Execution> _ = run(id); // the watcher hears of it
    }
  }

  private void complete(ExecutionId id, CompletableFuture<Execution> begun) {
    try {
      Execution ended = verification.run(id);
      running.remove(id);
      begun.complete(ended);
    } catch (RuntimeException fault) {
      running.remove(id);
      watcher.postponed(id, fault);
      begun.completeExceptionally(fault);
    } catch (Error fatal) {
      running.remove(id);
      begun.completeExceptionally(fatal);
      throw fatal;
    }
  }
}
