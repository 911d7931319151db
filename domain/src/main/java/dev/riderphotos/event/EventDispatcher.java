package dev.riderphotos.event;

import dev.riderphotos.StorageException;
import dev.riderphotos.event.Outbox.Delivery;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Delivers the events of an outbox: one leaves it only after its owner dealt with it. An event that
 * fails is tried again after pauses that double, and in the end kept as a dead letter; at once, if
 * no repetition helps.
 */
public final class EventDispatcher implements Deliveries {
  private static final int BATCH = 32;

  private final Outbox outbox;
  private final ObjectListener owners;
  private final EventSettings settings;
  private final EventWatcher watcher;
  private final Executor executor;
  private final InstantSource clock;
  private volatile boolean stopped;

  /**
   * Makes a dispatcher.
   *
   * @param executor bounds how many events are dealt with at once
   */
  public EventDispatcher(
      Outbox outbox,
      ObjectListener owners,
      EventSettings settings,
      EventWatcher watcher,
      Executor executor,
      InstantSource clock) {
    this.outbox = outbox;
    this.owners = owners;
    this.settings = settings;
    this.watcher = watcher;
    this.executor = executor;
    this.clock = clock;
  }

  @Override
  public void resume() {
    outbox.resume(clock.instant());
  }

  /** One caller at a time, so that two events of one object are never dealt with at once. */
  @Override
  public synchronized void deliver() {
    List<Delivery> batch = due();
    while (!batch.isEmpty()) {
      CompletableFuture.allOf(
              onePerObject(batch).stream()
                  .map(delivery -> CompletableFuture.runAsync(() -> attempt(delivery), executor))
                  .toArray(CompletableFuture[]::new))
          .join();
      batch = due();
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  private List<Delivery> due() {
    return stopped || Thread.currentThread().isInterrupted()
        ? List.of()
        : outbox.due(clock.instant(), BATCH);
  }

  /** The others' turn comes with the next batch. */
  private static List<Delivery> onePerObject(List<Delivery> batch) {
    Map<PhotoRef, Delivery> first = new LinkedHashMap<>();
    batch.forEach(delivery -> first.putIfAbsent(delivery.event().ref(), delivery));
    return List.copyOf(first.values());
  }

  private void attempt(Delivery delivery) {
    if (stopped) {
      return;
    }
    ObjectCreated event = delivery.event();
    try {
      owners.arrived(event);
      outbox.done(event.id());
    } catch (StorageException noRoom) {
      throw noRoom; // through no fault of the event's: it stays due, and no attempt is counted
    } catch (RuntimeException fault) {
      failed(delivery, fault);
    }
  }

  private void failed(Delivery delivery, RuntimeException fault) {
    EventId id = delivery.event().id();
    int attempts = delivery.attempts() + 1;
    String error = Undeliverable.describe(fault);
    Instant now = clock.instant();
    if (attempts < settings.attempts() && !(fault instanceof Undeliverable)) {
      outbox.postpone(id, error, now.plus(settings.pauseAfter(attempts)));
      watcher.postponed(id, fault);
    } else {
      outbox.bury(id, error, now);
      watcher.buried(id, fault);
    }
  }
}
