package dev.riderphotos;

import java.util.function.IntFunction;

/** Tries again what failed for a passing reason. */
public interface Retries {
  /**
   * The result of the first attempt that succeeds. Only a {@link dev.riderphotos.BackendException}
   * that is retryable, or a {@link dev.riderphotos.Conflict}, leads to another attempt, after a
   * pause, as often as configured; any other exception, or the last one, is thrown as it is.
   *
   * @param attempt is given the number of the attempt, from 1
   */
  <T> T call(IntFunction<T> attempt);
}
