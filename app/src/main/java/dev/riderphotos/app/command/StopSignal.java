package dev.riderphotos.app.command;

import java.util.concurrent.CountDownLatch;

/**
 * Ctrl-C, or {@code kill}, for a command that can stop between two pieces of work. The process ends
 * once this is closed.
 */
final class StopSignal implements AutoCloseable {
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop");
  private volatile boolean asked;

  StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether no more work is to be begun. */
  boolean asked() {
    return asked;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // It runs, and ends by itself now.
    }
  }

  private void ask() {
    asked = true;
    try {
      closed.await();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
