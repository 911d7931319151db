package dev.riderphotos.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.BackendException;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.DeliveriesContract;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.InMemoryOutbox;
import dev.riderphotos.testkit.RecordingEventWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventDispatcherTest extends DeliveriesContract {
  private final InMemoryOutbox outbox = new InMemoryOutbox();
  private final Faults faults = new Faults();
  private final RecordingEventWatcher watcher = new RecordingEventWatcher();
  private final List<ObjectCreated> arrived = Collections.synchronizedList(new ArrayList<>());
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final ObjectListener owner = faults.around(ObjectListener.class, arrived::add);
  private final EventDispatcher dispatcher = dispatcher(owner, Runnable::run);

  @Override
  protected Deliveries deliveries(ObjectListener listener) {
    return new EventDispatcher(
        outbox, listener, EventSettings.DEFAULT, watcher, Runnable::run, () -> now);
  }

  @Override
  protected Deliveries brokenDeliveries(ObjectListener listener) {
    Faults broken = new Faults();
    broken.always(Fault.RETRYABLE, _ -> true);
    return new EventDispatcher(
        broken.around(Outbox.class, outbox),
        listener,
        EventSettings.DEFAULT,
        watcher,
        Runnable::run,
        () -> now);
  }

  @Override
  protected ObjectCreated arrive(PhotoRef ref) {
    ObjectCreated event = new ObjectCreated(EventId.random(), ref, now);
    outbox.add(event);
    return event;
  }

  @Override
  protected void untilDueAgain() {
    now = now.plus(EventSettings.DEFAULT.delay());
  }

  @Test
  void everyEventReachesTheOwnerOfItsBucket() {
    List<ObjectCreated> events = IntStream.range(0, 100).mapToObj(n -> add("key-" + n)).toList();

    dispatcher.deliver();
    dispatcher.deliver();

    assertThat(arrived).containsExactlyElementsOf(events);
    assertThat(outbox.due(now, 1)).isEmpty();
  }

  @Test
  void eventsOfOthersAndFolderMarkersAreDropped() {
    add("cocktail-pictures/");
    arrive(new PhotoRef("nobodys", "x"));

    dispatcher.deliver();

    assertThat(arrived).isEmpty();
    assertThat(outbox.due(now, 1)).isEmpty();
  }

  @Test
  void aFailedEventIsTriedAgainAfterPausesThatDoubleAndIsThenADeadLetter() {
    ObjectCreated event = add("key");
    faults.always(Fault.RETRYABLE, call -> call.is(ObjectListener.class, "arrived"));

    for (int pause : List.of(2, 4, 8, 16)) {
      dispatcher.deliver();
      now = now.plusSeconds(pause).minusMillis(1);
      assertThat(outbox.due(now, 1)).isEmpty();
      now = now.plusMillis(1);
      assertThat(outbox.due(now, 1)).hasSize(1);
    }
    dispatcher.deliver();

    assertThat(outbox.dead(10))
        .containsExactly(new DeadLetter(event, 5, "Could not do ObjectListener.arrived", now));
    assertThat(watcher.postponed()).hasSize(4);
    assertThat(watcher.buried()).containsExactly(event.id());
  }

  @Test
  void whatNoRepetitionHelpsIsADeadLetterAtOnce() {
    ObjectCreated event = add("key");
    EventDispatcher hopeless =
        dispatcher(
            _ -> {
              throw new Undeliverable("open a picture");
            },
            Runnable::run);

    hopeless.deliver();

    assertThat(outbox.dead(10))
        .containsExactly(new DeadLetter(event, 1, "Could not open a picture", now));
    assertThat(watcher.postponed()).isEmpty();
    assertThat(watcher.buried()).containsExactly(event.id());
  }

  /**
   * A permission may be given, a bucket be made: that nobody repeats the call at once says little.
   */
  @Test
  void aFaultThatTheBackendCallsFinalIsTriedAgainAllTheSame() {
    add("key");
    faults.always(Fault.FINAL, call -> call.is(ObjectListener.class, "arrived"));

    dispatcher.deliver();

    assertThat(watcher.postponed()).hasSize(1);
    assertThat(outbox.dead(10)).isEmpty();
  }

  @Test
  void aRedrivenLetterIsDelivered() {
    add("key");
    add("another");
    faults.always(Fault.FINAL, call -> call.is(ObjectListener.class, "arrived"));
    EventDispatcher once = dispatcher(new EventSettings(1, Duration.ofSeconds(1)));
    once.deliver();
    faults.heal();

    assertThat(outbox.redriveAll(now)).isEqualTo(2);
    once.deliver();

    assertThat(arrived).hasSize(2);
    assertThat(outbox.dead(10)).isEmpty();
  }

  @Test
  void whatNobodyForesawIsNamedByItsKindAlone() {
    add("key");
    EventDispatcher confused =
        dispatcher(
            _ -> {
              throw new IllegalStateException("a secret");
            },
            Runnable::run,
            new EventSettings(1, Duration.ofSeconds(1)));

    confused.deliver();

    assertThat(outbox.dead(1))
        .extracting(DeadLetter::error)
        .containsExactly("Unexpected IllegalStateException");
  }

  @Test
  void anEventWhoseEndCouldNotBeWrittenDownComesAgain() {
    ObjectCreated event = add("key");
    faults.next(1, Fault.RETRYABLE, call -> call.is(Outbox.class, "done"));

    dispatcher.deliver();
    now = now.plusSeconds(2);
    dispatcher.deliver();

    assertThat(arrived).containsExactly(event, event);
    assertThat(outbox.due(now, 1)).isEmpty();
  }

  @Test
  void nothingIsLostWhileTheOutboxIsOutOfOrder() {
    add("key");
    faults.always(Fault.RETRYABLE, call -> call.port().equals(Outbox.class));

    assertThatThrownBy(dispatcher::deliver).isInstanceOf(BackendException.class);
    faults.heal();
    dispatcher.deliver();

    assertThat(arrived).hasSize(1);
  }

  @Test
  void eventsOfOneObjectAreDealtWithOneAfterTheOther() {
    IntStream.range(0, 60).forEach(n -> add("key-" + n % 3));
    Set<String> busy = ConcurrentHashMap.newKeySet();
    List<String> clashes = Collections.synchronizedList(new ArrayList<>());

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      dispatcher(event -> work(event, busy, clashes), threads).deliver();
    }

    assertThat(arrived).hasSize(60);
    assertThat(clashes).isEmpty();
  }

  private void work(ObjectCreated event, Set<String> busy, List<String> clashes) {
    if (!busy.add(event.ref().key())) {
      clashes.add(event.ref().key());
    }
    arrived.add(event);
    busy.remove(event.ref().key());
  }

  private ObjectCreated add(String key) {
    return arrive(new PhotoRef("owned", key));
  }

  private EventDispatcher dispatcher(EventSettings settings) {
    return dispatcher(owner, Runnable::run, settings);
  }

  private EventDispatcher dispatcher(ObjectListener listener, Executor executor) {
    return dispatcher(listener, executor, EventSettings.DEFAULT);
  }

  private EventDispatcher dispatcher(
      ObjectListener listener, Executor executor, EventSettings settings) {
    return new EventDispatcher(
        faults.around(Outbox.class, outbox),
        new BucketOwners(Buckets.of(List.of(Bucket.of("owned").ownedBy(listener)))),
        settings,
        watcher,
        executor,
        () -> now);
  }
}
