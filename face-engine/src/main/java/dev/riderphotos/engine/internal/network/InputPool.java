package dev.riderphotos.engine.internal.network;

import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;

/**
 * Memory of inputs that is used again: native memory is slow to get and slow to be given back.
 * There are at most as many as processors, also when a thousand virtual threads ask.
 */
final class InputPool {
  private final int bytes;
  private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors());
  private final ConcurrentLinkedDeque<ByteBuffer> idle = new ConcurrentLinkedDeque<>();

  /**
   * @param bytes that the largest input takes
   */
  InputPool(int bytes) {
    this.bytes = bytes;
  }

  /** Waits until one is free. */
  ByteBuffer take() {
    permits.acquireUninterruptibly();
    try {
      ByteBuffer last = idle.pollLast();
      return last == null ? ByteBuffer.allocateDirect(bytes) : last;
    } catch (RuntimeException | Error failed) {
      permits.release();
      throw failed;
    }
  }

  void giveBack(ByteBuffer input) {
    idle.addLast(input);
    permits.release();
  }
}
