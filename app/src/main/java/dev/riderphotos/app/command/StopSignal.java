package dev.riderphotos.app.command;

import dev.riderphotos.engine.FaceEngines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sun.misc.Signal;

/**
 * Ctrl-C, {@code kill}, or a terminal that is closed. A command that can stop between two pieces of
 * work has one of these open, and comes to its own end once asked. Any other ends at once, but for
 * networks that run: ONNX Runtime closes itself as the JVM ends, and crashes under them. So the
 * JVM's own end begins only when none runs any more.
 */
public final class StopSignal implements AutoCloseable {
  /** What a shell adds to the number of the signal that a process ended by. */
  private static final int BY_SIGNAL = 128;

  private static final Duration LAST_NETWORKS = Duration.ofSeconds(10);
  private static final Duration LAST_NETWORKS_WHEN_CUT_OFF = Duration.ofSeconds(1);
  private static final List<StopSignal> OPEN = new ArrayList<>();
  private static final AtomicInteger TAKEN = new AtomicInteger();

  private final @Nullable Duration longest;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** For a command that takes as long as it needs to come to its end. */
  StopSignal() {
    this(null);
  }

  /**
   * For a command that is cut off if it takes too long.
   *
   * @param longest from when it is asked until this is closed
   */
  StopSignal(@Nullable Duration longest) {
    this.longest = longest;
    synchronized (OPEN) {
      OPEN.add(this);
    }
  }

  /** Takes the signals of this process from now on, in place of the JVM. */
  public static void listen() {
    for (String name : List.of("HUP", "INT", "TERM")) {
      try {
        Signal.handle(new Signal(name), StopSignal::take);
      } catch (IllegalArgumentException notHere) {
        // This system has no such signal, or the JVM was told to leave signals alone.
      }
    }
  }

  /** What the process ends with, which tells of a signal that it was given. */
  public static int exitCode(int ofCommand) {
    return TAKEN.get() == 0 ? ofCommand : TAKEN.get();
  }

  /** Whether no more work is to be begun. */
  boolean asked() {
    return asked.getCount() == 0;
  }

  void await() throws InterruptedException {
    asked.await();
  }

  @Override
  public void close() {
    synchronized (OPEN) {
      OPEN.remove(this);
    }
    closed.countDown();
  }

  private static void take(Signal signal) {
    if (!TAKEN.compareAndSet(0, BY_SIGNAL + signal.getNumber())) {
      return; // it is ending
    }
    List<StopSignal> open = askAll();
    if (open.isEmpty()) {
      end(LAST_NETWORKS);
    } else if (open.stream().anyMatch(StopSignal::overdue)) {
      end(LAST_NETWORKS_WHEN_CUT_OFF);
    }
  }

  private static List<StopSignal> askAll() {
    synchronized (OPEN) {
      OPEN.forEach(open -> open.asked.countDown());
      return List.copyOf(OPEN);
    }
  }

  /** Waits until it is closed; whether it should have been by now. */
  private boolean overdue() {
    try {
      return longest != null && !closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private static void end(Duration patience) {
    try {
      FaceEngines.freeze(patience);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    System.exit(TAKEN.get());
  }
}
