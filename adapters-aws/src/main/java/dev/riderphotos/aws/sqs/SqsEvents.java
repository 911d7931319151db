package dev.riderphotos.aws.sqs;

import dev.riderphotos.BackendException;
import dev.riderphotos.HealthChecked;
import dev.riderphotos.aws.AwsUse;
import dev.riderphotos.aws.UsesAws;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.event.EventWatcher;
import dev.riderphotos.event.ObjectListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Delivers what S3 tells a queue. A message is kept from others while it is worked on, and deleted
 * when all it says was dealt with. One that fails comes again after pauses that double; how often,
 * the queue's redrive policy says, which then moves it to the queue of dead letters. What no
 * repetition helps is moved there at once, by us, and so is what cannot be read.
 *
 * <p>SQS may deliver a message twice, and so do we: each owner bears it in its own way, which is
 * told in docs/architecture.md under "Delivered twice".
 */
public final class SqsEvents implements Deliveries, HealthChecked, UsesAws, AutoCloseable {
  /** Shorter than the clients wait for an answer. */
  private static final Duration WAIT = Duration.ofSeconds(8);

  private static final Duration HOLD = Duration.ofSeconds(30);

  private final SqsQueue queue;
  private final SqsQueue dead;
  private final ArrivalDelivery arrivals;
  private final EventSettings settings;
  private final EventWatcher watcher;
  private final Executor executor;
  private final int atOnce;
  private final Duration wait;
  private final Duration hold;
  private final ScheduledExecutorService holder =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("events-held").daemon().factory());
  private volatile boolean stopped;

  /**
   * Makes the deliveries of one queue.
   *
   * @param dead the queue of dead letters
   * @param settings with as many attempts as the queue's redrive policy allows
   * @param executor deals with messages
   * @param atOnce how many messages are dealt with at once
   */
  public SqsEvents(
      SqsClient sqs,
      String queue,
      String dead,
      ObjectListener owners,
      EventSettings settings,
      EventWatcher watcher,
      Executor executor,
      int atOnce) {
    this(
        new SqsQueue(sqs, queue),
        new SqsQueue(sqs, dead),
        owners,
        settings,
        watcher,
        executor,
        atOnce,
        WAIT,
        HOLD);
  }

  public SqsEvents(
      SqsQueue queue,
      SqsQueue dead,
      ObjectListener owners,
      EventSettings settings,
      EventWatcher watcher,
      Executor executor,
      int atOnce,
      Duration wait,
      Duration hold) {
    this.queue = queue;
    this.dead = dead;
    this.arrivals = new ArrivalDelivery(dead, owners, watcher);
    this.settings = settings;
    this.watcher = watcher;
    this.executor = executor;
    this.atOnce = atOnce;
    this.wait = wait;
    this.hold = hold;
  }

  @Override
  public void resume() {
    // The queue gives again what an earlier process did not delete.
  }

  @Override
  public void deliver() {
    List<Message> batch = receive();
    while (!batch.isEmpty()) {
      CompletableFuture.allOf(
              batch.stream()
                  .map(message -> CompletableFuture.runAsync(() -> attempt(message), executor))
                  .toArray(CompletableFuture[]::new))
          .join();
      batch = receive();
    }
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public String name() {
    return "events (SQS)";
  }

  @Override
  public void check() {
    queue.check();
  }

  @Override
  public List<AwsUse> uses() {
    return List.of(
        queue.found(),
        dead.found(),
        dead.use("Bury", "SendMessage"),
        queue.use(
            "Events",
            "ReceiveMessage",
            "ChangeMessageVisibility",
            "DeleteMessage",
            "GetQueueAttributes"));
  }

  @Override
  public void close() {
    holder.close();
  }

  private List<Message> receive() {
    if (stopped || Thread.currentThread().isInterrupted()) {
      return List.of();
    }
    try {
      return queue.receive(atOnce, wait, hold);
    } catch (BackendException fault) {
      if (Thread.currentThread().isInterrupted()) {
        return List.of();
      }
      throw fault;
    }
  }

  private void attempt(Message message) {
    if (stopped) {
      queue.hide(message, Duration.ZERO); // for another process
      return;
    }
    Future<?> held = hold(message);
    try {
      arrivals.deal(message);
      held.cancel(false);
      queue.delete(message);
    } catch (RuntimeException fault) {
      held.cancel(false);
      failed(message, fault);
    }
  }

  private Future<?> hold(Message message) {
    long period = hold.toMillis() / 3;
    return holder.scheduleAtFixedRate(
        () -> queue.hide(message, hold), period, period, TimeUnit.MILLISECONDS);
  }

  /** After its last attempt the message is given back at once, for the queue to move it. */
  private void failed(Message message, RuntimeException fault) {
    int attempts = SqsQueue.receives(message);
    if (attempts < settings.attempts()) {
      watcher.postponed(ArrivalDelivery.idOf(message), fault);
      queue.hide(message, settings.pauseAfter(attempts));
    } else {
      watcher.buried(ArrivalDelivery.idOf(message), fault);
      queue.hide(message, Duration.ZERO);
    }
  }
}
