package dev.riderphotos.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.ObjectListener;
import dev.riderphotos.event.Undeliverable;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.DeliveriesContract;
import dev.riderphotos.testkit.RecordingEventWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

@OnAws
class SqsEventsTest extends DeliveriesContract {
  private static final PhotoRef REF = new PhotoRef("drink-photos", "Bar/drink 1.jpg");
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
  private static final EventSettings RULES = new EventSettings(3, Duration.ofSeconds(1));

  /** A long poll, in which a second passes without any sleep. */
  private static final Duration WAIT = Duration.ofSeconds(2);

  private static final Duration HOLD = Duration.ofSeconds(30);

  private final Aws aws;
  private final String name = Aws.uniqueName("events");
  private final List<ObjectCreated> arrived = Collections.synchronizedList(new ArrayList<>());
  private final RecordingEventWatcher watcher = new RecordingEventWatcher();
  private final List<SqsEvents> processes = new ArrayList<>();
  private int arrivals;
  private final SqsQueue queue;
  private final SqsQueue dead;

  SqsEventsTest(Aws aws) {
    this.aws = aws;
    this.queue = new SqsQueue(aws.sqs(), name);
    this.dead = new SqsQueue(aws.sqs(), name + "-dead");
  }

  @BeforeEach
  void make() {
    Queues.make(aws, name, RULES);
  }

  @AfterEach
  void close() {
    processes.forEach(SqsEvents::close);
  }

  @Override
  protected Deliveries deliveries(ObjectListener owner) {
    return process(queue, owner);
  }

  @Override
  protected Deliveries brokenDeliveries(ObjectListener owner) {
    return process(new SqsQueue(aws.sqs(), Aws.uniqueName("nowhere")), owner);
  }

  @Override
  protected ObjectCreated arrive(PhotoRef ref) {
    String body = S3Messages.notification(ref, "%02X".formatted(arrivals++), AT);
    queue.send(body);
    return ArrivalMessage.read(body, "message", AT).getFirst();
  }

  @Override
  protected void untilDueAgain() {
    assertThat(dead.receive(1, WAIT, WAIT)).isEmpty();
  }

  @Test
  void whatAMessageTellsArrivesOnce() {
    queue.send(S3Messages.testEvent());
    queue.send(S3Messages.notification(REF, "01", AT));
    queue.send(S3Messages.eventBridge(REF, "02", AT));

    deliver(arrived::add, Duration.ZERO);
    deliver(arrived::add, Duration.ZERO);

    assertThat(arrived).extracting(ObjectCreated::ref).containsExactly(REF, REF);
    assertThat(receive(queue)).isEmpty();
  }

  @Test
  void aMessageIsKeptUntilAllItTellsIsDealtWith() {
    PhotoRef other = new PhotoRef("drink-photos", "other");
    queue.send(S3Messages.notification(List.of(REF, other), "01", AT));

    deliver(failingOnce("other"), WAIT);

    assertThat(arrived).extracting(ObjectCreated::ref).containsExactly(REF, REF, other);
    assertThat(watcher.postponed()).hasSize(1);
    assertThat(receive(queue)).isEmpty();
  }

  @Test
  void whatAlwaysFailsIsADeadLetterAfterItsAttempts() {
    queue.send(S3Messages.notification(REF, "01", AT));

    while (watcher.buried().isEmpty()) {
      deliver(
          _ -> {
            throw new IllegalStateException("always");
          },
          WAIT);
    }
    deliver(arrived::add, Duration.ZERO);

    assertThat(watcher.postponed()).hasSize(2);
    assertThat(arrived).isEmpty();
    assertThat(receive(dead))
        .extracting(Message::body)
        .containsExactly(S3Messages.notification(REF, "01", AT));
  }

  @Test
  void whatNoRepetitionHelpsIsADeadLetterAtOnce() {
    PhotoRef broken = new PhotoRef("drink-photos", "broken");
    queue.send("no JSON");
    queue.send(S3Messages.notification(List.of(broken, REF), "01", AT));

    deliver(
        event -> {
          if (event.ref().equals(broken)) {
            throw new Undeliverable("open a picture");
          }
          arrived.add(event);
        },
        Duration.ZERO);

    assertThat(arrived).extracting(ObjectCreated::ref).containsExactly(REF);
    assertThat(watcher.postponed()).isEmpty();
    assertThat(watcher.buried()).hasSize(2);
    assertThat(receive(queue)).isEmpty();
    assertThat(new SqsDeadLetters(queue, dead, RULES, Duration.ZERO).dead(10))
        .extracting(DeadLetter::error, DeadLetter::attempts)
        .containsOnly(tuple("Could not open a picture", 1));
  }

  @Test
  void nobodyElseGetsAMessageWhileItIsWorkedOn() {
    queue.send(S3Messages.notification(REF, "01", AT));
    List<Message> others = new ArrayList<>();

    deliver(
        event -> {
          others.addAll(queue.receive(1, WAIT.multipliedBy(2), Duration.ofSeconds(30)));
          arrived.add(event);
        },
        Duration.ZERO);

    assertThat(others).isEmpty();
    assertThat(arrived).hasSize(1);
  }

  private ObjectListener failingOnce(String key) {
    List<String> failed = new ArrayList<>();
    return event -> {
      if (event.ref().key().equals(key) && failed.isEmpty()) {
        failed.add(key);
        throw new IllegalStateException("once");
      }
      arrived.add(event);
    };
  }

  private SqsEvents process(SqsQueue of, ObjectListener owner) {
    SqsEvents process =
        new SqsEvents(of, dead, owner, RULES, watcher, Runnable::run, 10, Duration.ZERO, HOLD);
    processes.add(process);
    return process;
  }

  /** Holds messages for two seconds at a time. */
  private void deliver(ObjectListener owner, Duration wait) {
    try (SqsEvents events =
        new SqsEvents(queue, dead, owner, RULES, watcher, Runnable::run, 10, wait, WAIT)) {
      events.deliver();
    }
  }

  private static List<Message> receive(SqsQueue from) {
    return from.receive(10, Duration.ZERO, Duration.ofSeconds(30));
  }
}
