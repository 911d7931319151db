package dev.riderphotos.aws.dynamodb;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Renews, as long as it is open, what a process holds on leases. */
public final class LeaseRenewal implements AutoCloseable {
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lease-renewal").factory());

  /**
   * Begins.
   *
   * @param renewal such as {@link DynamoDbExecutions#renew}
   * @param every a fraction of the lease, so that it outlives a renewal or two that fail
   * @param faults is told of those
   */
  public LeaseRenewal(Runnable renewal, Duration every, Consumer<RuntimeException> faults) {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> {
              try {
                renewal.run();
              } catch (RuntimeException fault) {
                faults.accept(fault);
              } catch (Error fatal) { // who throws is not asked to renew again
                faults.accept(new IllegalStateException(fatal));
              }
            },
            every.toMillis(),
            every.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
