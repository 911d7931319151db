package dev.riderphotos.queue;

import dev.riderphotos.execution.StoppedException;

/** Hears of the pause between two attempts, from the thread that makes it. */
public interface Pauses {
  /** Pauses nothing, for whoever holds nothing that others wait for. */
  Pauses OF_NOBODY =
      new Pauses() {
        @Override
        public void begin() {}

        @Override
        public void end() {}
      };

  /** Gives back what others wait for. */
  void begin();

  /**
   * Waits until it is this caller's again.
   *
   * @throws StoppedException if nobody gets it any more
   */
  void end();
}
