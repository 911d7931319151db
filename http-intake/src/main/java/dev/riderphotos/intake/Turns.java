package dev.riderphotos.intake;

import dev.riderphotos.intake.BodyRefused.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Turns to deal with what came in, few at once, for each costs memory and processor time. Callers
 * take turns, however many bodies each of them has waiting, and none holds all.
 */
public final class Turns {
  private final Duration patience;
  private final Shares shares;
  private final Map<String, Queue<Semaphore>> waiting = new LinkedHashMap<>();

  /**
   * As many turns.
   *
   * @param atOnce how many may be dealt with at a time
   * @param perCaller how many of them may be of one caller
   * @param patience how long one waits for a turn
   */
  public Turns(int atOnce, int perCaller, Duration patience) {
    this.shares = new Shares(atOnce, perCaller);
    this.patience = patience;
  }

  /**
   * Does the work in the caller's turn. What is not in memory yet is best read within the work.
   *
   * @param account whose turn it is
   * @throws BodyRefused if no turn came in time; then the work was not begun
   */
  public <T> T take(String account, Supplier<T> work) {
    await(account);
    try {
      return work.get();
    } finally {
      free(account);
    }
  }

  synchronized int waiting() {
    return waiting.values().stream().mapToInt(Queue::size).sum();
  }

  private void await(String account) {
    Semaphore turn = new Semaphore(0);
    line(account, turn);
    try {
      if (turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS) || !leave(account, turn)) {
        return;
      }
    } catch (InterruptedException ending) {
      if (!leave(account, turn)) {
        free(account);
      }
      Thread.currentThread().interrupt();
    }
    throw new BodyRefused(Reason.NO_TURN);
  }

  private synchronized void line(String account, Semaphore turn) {
    waiting.computeIfAbsent(account, _ -> new ArrayDeque<>()).add(turn);
    call();
  }

  /** Whether it was still waiting: else its turn came at the last moment. */
  private synchronized boolean leave(String account, Semaphore turn) {
    Queue<Semaphore> line = waiting.get(account);
    if (line == null || !line.remove(turn)) {
      return false;
    }
    if (line.isEmpty()) {
      waiting.remove(account);
    }
    return true;
  }

  private synchronized void free(String account) {
    shares.free(account);
    call();
  }

  /** Calls whose turn it is; who was called goes behind all other callers. */
  private void call() {
    Iterator<Map.Entry<String, Queue<Semaphore>>> lines = waiting.entrySet().iterator();
    while (lines.hasNext()) {
      Map.Entry<String, Queue<Semaphore>> line = lines.next();
      if (shares.take(line.getKey())) {
        line.getValue().remove().release();
        lines.remove();
        if (!line.getValue().isEmpty()) {
          waiting.put(line.getKey(), line.getValue());
          lines = waiting.entrySet().iterator();
        }
      }
    }
  }
}
