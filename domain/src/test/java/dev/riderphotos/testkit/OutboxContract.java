package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Outbox;
import dev.riderphotos.event.Outbox.Delivery;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Outbox} keeps. */
public abstract class OutboxContract extends DeadLettersContract {
  /** Later than anything arrives in a test. */
  private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

  /** An empty outbox; the same one whenever it is asked for in one test. */
  protected abstract Outbox outbox();

  /** An object arrives; its event, as it will be delivered. */
  protected abstract ObjectCreated arrive(PhotoRef ref);

  @Override
  protected final DeadLetters letters() {
    return outbox();
  }

  @Override
  protected final ObjectCreated die(PhotoRef ref) {
    ObjectCreated event = arrive(ref);
    outbox().bury(event.id(), "error", event.at());
    return event;
  }

  @Override
  protected final List<ObjectCreated> takeDue() {
    List<ObjectCreated> due = outbox().due(LATER, 1000).stream().map(Delivery::event).toList();
    due.forEach(event -> outbox().done(event.id()));
    return due;
  }

  @Test
  void worksWhenEmpty() {
    EventId unknown = EventId.random();
    outbox().done(unknown);
    outbox().postpone(unknown, "error", LATER);
    outbox().bury(unknown, "error", LATER);
    outbox().resume(LATER);

    assertThat(outbox().due(LATER, 10)).isEmpty();
    assertThat(outbox().dead(10)).isEmpty();
  }

  @Test
  void anEventIsDueUntilItIsDone() {
    ObjectCreated event = arrive(ref("a"));

    assertThat(outbox().due(LATER, 10)).containsExactly(new Delivery(event, 0));
    assertThat(outbox().due(LATER, 10)).containsExactly(new Delivery(event, 0));

    outbox().done(event.id());
    outbox().done(event.id());
    assertThat(outbox().due(LATER, 10)).isEmpty();
  }

  @Test
  void whatWaitsIsForgottenToo() {
    ObjectCreated stays = arrive(ref("riders/adam/photo.jpg"));
    ObjectCreated gone = arrive(ref("riders/ada/photo.jpg"));
    outbox().postpone(arrive(ref("riders/ada/x/photo.jpg")).id(), "error", LATER);

    assertThat(outbox().forget(gone.ref().bucket(), "riders/ada/")).isEqualTo(2);

    assertThat(outbox().due(LATER, 10)).extracting(Delivery::event).containsExactly(stays);
  }

  @Test
  void theOldestComeFirstAndNoMoreThanAskedFor() {
    ObjectCreated first = arrive(ref("a"));
    ObjectCreated second = arrive(ref("b"));
    ObjectCreated third = arrive(ref("a"));

    assertThat(outbox().due(LATER, 2)).extracting(Delivery::event).containsExactly(first, second);
    assertThat(outbox().due(LATER, 3))
        .extracting(Delivery::event)
        .containsExactly(first, second, third);
  }

  @Test
  void twoArrivalsOfOneObjectAreTwoEvents() {
    ObjectCreated first = arrive(ref("a"));
    ObjectCreated second = arrive(ref("a"));

    outbox().done(first.id());

    assertThat(outbox().due(LATER, 10)).containsExactly(new Delivery(second, 0));
  }

  @Test
  void aPostponedEventIsKeptBackUntilThen() {
    ObjectCreated event = arrive(ref("a"));

    outbox().postpone(event.id(), "error", LATER);

    assertThat(outbox().due(LATER.minusMillis(1), 10)).isEmpty();
    assertThat(outbox().due(LATER, 10)).containsExactly(new Delivery(event, 1));
  }

  @Test
  void aDeadLetterIsNeverDueAndCanBeRead() {
    ObjectCreated event = arrive(ref("a"));
    outbox().postpone(event.id(), "first", event.at());

    outbox().bury(event.id(), "last", LATER);

    assertThat(outbox().due(LATER, 10)).isEmpty();
    assertThat(outbox().dead(10)).containsExactly(new DeadLetter(event, 2, "last", LATER));
  }

  @Test
  void theLongestDeadComeFirst() {
    ObjectCreated younger = arrive(ref("a"));
    ObjectCreated older = arrive(ref("b"));
    outbox().bury(younger.id(), "error", LATER);
    outbox().bury(older.id(), "error", LATER.minusSeconds(1));

    assertThat(outbox().dead(10)).extracting(DeadLetter::event).containsExactly(older, younger);
    assertThat(outbox().dead(1)).extracting(DeadLetter::event).containsExactly(older);
  }

  @Test
  void aRedrivenLetterIsDueAsIfItHadNeverBeenTried() {
    ObjectCreated event = arrive(ref("a"));
    outbox().bury(event.id(), "error", LATER);

    assertThat(outbox().redrive(event.id(), LATER))
        .contains(new DeadLetter(event, 1, "error", LATER));

    assertThat(outbox().dead(10)).isEmpty();
    assertThat(outbox().due(LATER, 10)).containsExactly(new Delivery(event, 0));
    assertThat(outbox().redrive(event.id(), LATER)).isEmpty();
  }

  @Test
  void whatDiesAfterwardsStaysDead() {
    ObjectCreated event = arrive(ref("a"));
    outbox().bury(event.id(), "error", LATER);

    assertThat(outbox().redriveAll(LATER.minusMillis(1))).isZero();
    assertThat(outbox().dead(10)).hasSize(1);
  }

  @Test
  void resumingChangesNothingForEventsThatAreComplete() {
    ObjectCreated due = arrive(ref("a"));
    ObjectCreated postponed = arrive(ref("b"));
    ObjectCreated dead = arrive(ref("c"));
    outbox().postpone(postponed.id(), "error", LATER);
    outbox().bury(dead.id(), "error", LATER);

    outbox().resume(LATER);

    assertThat(outbox().due(LATER.minusMillis(1), 10)).containsExactly(new Delivery(due, 0));
    assertThat(outbox().dead(10)).hasSize(1);
  }

  @Test
  void theOddestKeysComeBackAsTheyWere() {
    List<ObjectCreated> events =
        OddNames.upTo(1000).stream().map(name -> arrive(ref(name))).toList();

    assertThat(outbox().due(LATER, events.size() + 1))
        .extracting(Delivery::event)
        .containsExactlyElementsOf(events);
  }

  private static PhotoRef ref(String key) {
    return new PhotoRef("drink-photos", key);
  }
}
