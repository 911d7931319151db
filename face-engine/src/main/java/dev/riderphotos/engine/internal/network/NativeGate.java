package dev.riderphotos.engine.internal.network;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Whoever calls native code comes through here, until it is shut. The end of a process takes native
 * libraries down under threads that are in them, and crashes.
 */
public final class NativeGate {
  /** All of ONNX Runtime: a process has it once, whatever number of engines it has. */
  public static final NativeGate ONNX_RUNTIME = new NativeGate();

  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** Calls native code. */
  @FunctionalInterface
  interface Call<R, E extends Exception> {
    R call() throws E;
  }

  /** Any number of threads may be inside; whoever comes when it is shut waits for ever. */
  <R, E extends Exception> R inside(Call<R, E> call) throws E {
    lock.readLock().lock();
    try {
      return call.call();
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Lets nobody in any more, and waits for those who are inside.
   *
   * @return whether nobody is inside; if somebody stayed longer than the patience it is open again
   */
  public boolean shut(Duration patience) throws InterruptedException {
    return lock.writeLock().tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
