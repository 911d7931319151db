package dev.riderphotos.aws.rekognition;

import dev.riderphotos.BackendException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for what will be so before long, asking again and again. */
final class Patience {
  private static final int FIRST_PAUSE = 20;
  private static final int LONGEST_PAUSE = 200;

  private Patience() {}

  /**
   * The first answer. Asks at once, then after pauses that grow, and vary, lest all who wait ask
   * together.
   *
   * @throws BackendException if there is none in time; it may come later
   */
  static <T> T await(String doing, Duration bound, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + bound.toNanos();
    int pause = FIRST_PAUSE;
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new BackendException(doing, true, new TimeoutException("not within " + bound));
      }
      sleep(doing, ThreadLocalRandom.current().nextInt(pause / 2, pause));
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }

  private static void sleep(String doing, long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BackendException(doing, true, interrupted);
    }
  }
}
