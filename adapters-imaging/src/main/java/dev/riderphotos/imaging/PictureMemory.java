package dev.riderphotos.imaging;

import java.util.concurrent.Semaphore;

/**
 * The memory that pictures may take at once. First come, first served: a large photo is not passed
 * by small ones for ever.
 */
final class PictureMemory {
  /** What is counted in, so that an int is enough. */
  private static final int UNIT = 1024;

  private final long bytes;
  private final Semaphore free;

  PictureMemory(long bytes) {
    this.bytes = bytes;
    this.free = new Semaphore(units(bytes), true);
  }

  private static int units(long bytes) {
    return Math.toIntExact(Math.ceilDiv(bytes, UNIT));
  }

  /** Says whether so much will ever be free. */
  boolean holds(long needed) {
    return needed <= bytes;
  }

  /** Waits, uninterruptibly, until so much is free. */
  Share take(long needed) {
    free.acquireUninterruptibly(units(needed));
    return new Share(units(needed));
  }

  long freeBytes() {
    return (long) free.availablePermits() * UNIT;
  }

  /** How many callers wait; an estimate. */
  int waiting() {
    return free.getQueueLength();
  }

  /** What one picture has taken. */
  final class Share {
    private int units;

    private Share(int units) {
      this.units = units;
    }

    /** Gives back what is more than so much; harmless if it is less already. */
    synchronized void shrinkTo(long needed) {
      int surplus = units - units(needed);
      if (surplus > 0) {
        units -= surplus;
        free.release(surplus);
      }
    }

    /** Gives all back, once however often it is called. */
    void giveBack() {
      shrinkTo(0);
    }
  }
}
