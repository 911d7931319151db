package dev.riderphotos.queue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Turns at running: so many at once. Those who wait stand in lanes, and the lanes are served one
 * after the other, so that nobody stands behind the many of another lane.
 */
final class Turns {
  private final int atOnce;
  private final SequencedMap<String, Deque<CompletableFuture<Void>>> lanes = new LinkedHashMap<>();
  private int taken;
  private boolean closed;

  Turns(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Asks for one.
   *
   * @param turn is completed when it has come, and cancelled if it never will; what depends on it
   *     must return at once, for all others wait meanwhile
   */
  synchronized void ask(String lane, CompletableFuture<Void> turn) {
    if (closed) {
      turn.cancel(false);
    } else {
      lanes.computeIfAbsent(lane, _ -> new ArrayDeque<>()).add(turn);
      serve();
    }
  }

  synchronized void giveBack() {
    taken--;
    notifyAll();
    serve();
  }

  /** Nobody gets a turn from now on. */
  synchronized void close() {
    closed = true;
    lanes.values().forEach(lane -> lane.forEach(turn -> turn.cancel(false)));
    lanes.clear();
  }

  /** Waits until all turns are given back, and says whether they were in time. */
  synchronized boolean awaitIdle(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (taken > 0 && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
    }
    return taken == 0;
  }

  private void serve() {
    while (!closed && taken < atOnce && !lanes.isEmpty()) {
      taken++;
      boolean _ = next().complete(null);
    }
  }

  /** The first of the lane that was served longest ago, which then is the last of the lanes. */
  private CompletableFuture<Void> next() {
    Map.Entry<String, Deque<CompletableFuture<Void>>> lane = lanes.pollFirstEntry();
    CompletableFuture<Void> turn = lane.getValue().remove();
    if (!lane.getValue().isEmpty()) {
      var _ = lanes.putLast(lane.getKey(), lane.getValue());
    }
    return turn;
  }
}
