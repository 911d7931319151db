package dev.riderphotos.queue;

import dev.riderphotos.rider.RiderId;

/**
 * A place in the queue. It is taken before there is an execution, so that whoever gets none leaves
 * nothing behind, and is free again when the execution has ended, or if none was begun after all.
 */
public final class Place implements AutoCloseable {
  private final RiderId rider;
  private final Runnable release;
  private boolean passedOn;
  private boolean released;

  Place(RiderId rider, Runnable release) {
    this.rider = rider;
    this.release = release;
  }

  /** Gives it back, unless an execution has it by now. */
  @Override
  public synchronized void close() {
    if (!passedOn) {
      release();
    }
  }

  RiderId rider() {
    return rider;
  }

  synchronized void passOn() {
    passedOn = true;
  }

  synchronized void release() {
    if (!released) {
      released = true;
      release.run();
    }
  }
}
