package dev.riderphotos.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does things at once. */
public final class Concurrently {
  private Concurrently() {}

  /**
   * Calls {@code work} with the numbers from 0 up, on as many threads that all set off together.
   *
   * @return the results in the order of the numbers
   */
  public static <T> List<T> call(int threads, IntFunction<T> work) {
    CyclicBarrier start = new CyclicBarrier(threads);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Callable<T>> calls =
          IntStream.range(0, threads)
              .mapToObj(
                  number ->
                      (Callable<T>)
                          () -> {
                            start.await();
                            return work.apply(number);
                          })
              .toList();
      return results(pool.invokeAll(calls));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException {
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        throw new AssertionError("A concurrent call failed", e.getCause());
      }
    }
    return results;
  }
}
