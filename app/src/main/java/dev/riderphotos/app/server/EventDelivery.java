package dev.riderphotos.app.server;

import dev.riderphotos.event.Deliveries;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has events delivered soon after they came, for as long as a server runs. */
@Singleton
public final class EventDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final long PAUSE_SECONDS = 5;

  private final Deliveries deliveries;
  private final ScheduledExecutorService scheduler =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("events").daemon().factory());

  EventDelivery(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Takes up what an earlier process left; before objects come in. */
  public void start() {
    deliveries.resume();
    ScheduledFuture<?> _ =
        scheduler.scheduleWithFixedDelay(
            this::deliver, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Begins no more events; others wait for the next start. */
  void stop() {
    deliveries.stop();
    List<Runnable> _ = scheduler.shutdownNow();
  }

  /** Whether those that were being dealt with have ended in time. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return scheduler.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  @PreDestroy
  void close() throws InterruptedException {
    stop();
    boolean _ = awaitEnd(Shutdown.PATIENCE);
  }

  /** Whatever happens: who throws is not asked to look again. */
  private void deliver() {
    try {
      deliveries.deliver();
    } catch (Throwable fault) {
      LOG.warn("Events wait: {}", fault.getMessage(), fault);
      pause();
    }
  }

  /** What is out of order now, such as a full disk, will hardly be in order at once. */
  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
