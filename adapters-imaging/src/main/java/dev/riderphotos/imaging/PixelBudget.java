package dev.riderphotos.imaging;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The pixels that may be in memory at once. First come, first served: a large photo is not passed
 * by small ones for ever.
 */
final class PixelBudget {
  private final Semaphore free;

  PixelBudget(int pixels) {
    this.free = new Semaphore(pixels, true);
  }

  /** Waits for that many pixels; what is returned gives them back, once however often it is run. */
  Runnable take(int pixels) {
    free.acquireUninterruptibly(pixels);
    AtomicBoolean taken = new AtomicBoolean(true);
    return () -> {
      if (taken.getAndSet(false)) {
        free.release(pixels);
      }
    };
  }

  int free() {
    return free.availablePermits();
  }

  /** How many callers wait; an estimate. */
  int waiting() {
    return free.getQueueLength();
  }
}
