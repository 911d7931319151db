package dev.riderphotos.migration;

import dev.riderphotos.execution.StoppedException;

/** Lets no more calls through in a second than agreed, from any number of threads. */
public interface Pace {
  /**
   * Waits until the next call may be made.
   *
   * @throws StoppedException if this process ends meanwhile
   */
  void await();

  /**
   * Waits before a call that failed is made again, the longer the more often it failed.
   *
   * @param failures 1 or more
   * @throws StoppedException if this process ends meanwhile
   */
  void rest(int failures);
}
