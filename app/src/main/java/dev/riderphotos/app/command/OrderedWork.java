package dev.riderphotos.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does the same for many things, on all cores. */
final class OrderedWork implements AutoCloseable {
  private final BooleanSupplier stop;
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          Thread.ofPlatform().name("work-", 1).daemon().factory());

  /**
   * Makes the threads.
   *
   * @param stop whether no more is to be begun
   */
  OrderedWork(BooleanSupplier stop) {
    this.stop = stop;
  }

  /**
   * Gives the results out one after the other, in the order of the things, as they come. When asked
   * to stop, it finishes what is at work and begins no more.
   */
  <T, R> void forEach(List<T> things, Function<T, R> work, Consumer<R> results) {
    things.stream()
        .map(thing -> threads.submit(unlessStopped(() -> work.apply(thing))))
        .toList()
        .forEach(future -> result(future).ifPresent(results));
  }

  /** Waits until the work that was begun is done. */
  @Override
  public void close() {
    List<Runnable> _ = threads.shutdownNow();
    try {
      boolean _ = threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  private <R> Callable<Optional<R>> unlessStopped(Callable<R> work) {
    return () -> stop.getAsBoolean() ? Optional.empty() : Optional.of(work.call());
  }

  private static <R> Optional<R> result(Future<Optional<R>> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case RuntimeException fault -> throw fault;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(failed);
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
