package dev.riderphotos.aws.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.aws.testkit.Aws;
import dev.riderphotos.aws.testkit.OnAws;
import dev.riderphotos.aws.testkit.S3Messages;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.EventSettings;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.testkit.DeadLettersContract;
import dev.riderphotos.testkit.RecordingEventWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnAws
class SqsDeadLettersTest extends DeadLettersContract {
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");

  private final Aws aws;
  private final String name = Aws.uniqueName("events");
  private final SqsQueue queue;
  private final SqsQueue dead;
  private int arrivals;

  SqsDeadLettersTest(Aws aws) {
    this.aws = aws;
    this.queue = new SqsQueue(aws.sqs(), name);
    this.dead = new SqsQueue(aws.sqs(), name + "-dead");
  }

  @BeforeEach
  void make() {
    Queues.make(aws, name, EventSettings.DEFAULT);
  }

  @Override
  protected DeadLetters letters() {
    return new SqsDeadLetters(queue, dead, EventSettings.DEFAULT, Duration.ZERO);
  }

  @Override
  protected ObjectCreated die(PhotoRef ref) {
    String body = S3Messages.notification(ref, "%02X".formatted(arrivals++), AT);
    dead.send(body);
    return ArrivalMessage.read(body, "message", AT).getFirst();
  }

  @Override
  protected List<ObjectCreated> takeDue() {
    List<ObjectCreated> due = new ArrayList<>();
    Duration hold = Duration.ofSeconds(30);
    try (SqsEvents events =
        new SqsEvents(
            queue,
            dead,
            due::add,
            EventSettings.DEFAULT,
            new RecordingEventWatcher(),
            Runnable::run,
            10,
            Duration.ZERO,
            hold)) {
      events.deliver();
    }
    return due;
  }

  @Test
  void whatCannotBeReadIsLeftWhereItIs() {
    dead.send("no JSON");
    ObjectCreated event = die(new PhotoRef("drink-photos", "a"));

    assertThat(letters().dead(10)).extracting(DeadLetters.DeadLetter::event).containsExactly(event);
    assertThat(letters().redriveAll(Instant.now())).isEqualTo(1);
    assertThat(dead.receive(10, Duration.ZERO, Duration.ZERO)).hasSize(1);
  }
}
