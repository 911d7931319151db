package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.riderphotos.BackendException;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.ObjectListener;
import dev.riderphotos.photo.PhotoRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all {@link Deliveries} keep. None promises an order, nor that an event comes only once. */
public abstract class DeliveriesContract {
  private final List<ObjectCreated> arrived = Collections.synchronizedList(new ArrayList<>());

  /** A process that brings the events of every bucket to this owner, one after the other. */
  protected abstract Deliveries deliveries(ObjectListener owner);

  /** A process that cannot get at any event. */
  protected abstract Deliveries brokenDeliveries(ObjectListener owner);

  /** An object arrives; its event, as it will be delivered. */
  protected abstract ObjectCreated arrive(PhotoRef ref);

  /** Lets so much time pass that an event which failed once is due again. */
  protected abstract void untilDueAgain();

  @Test
  void worksWhenEmpty() {
    Deliveries deliveries = deliveries(arrived::add);

    deliveries.resume();
    deliveries.deliver();

    assertThat(arrived).isEmpty();
  }

  @Test
  void everyEventIsDeliveredAndThenDone() {
    List<ObjectCreated> events =
        IntStream.range(0, 50).mapToObj(number -> arrive(ref("key-" + number))).toList();

    deliveries(arrived::add).deliver();
    deliveries(arrived::add).deliver();

    assertThat(arrived).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void theOddestKeysAreDeliveredAsTheyWere() {
    List<ObjectCreated> events =
        OddNames.upTo(1000).stream().map(name -> arrive(ref(name))).toList();

    deliveries(arrived::add).deliver();

    assertThat(arrived).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void anEventThatFailedComesAgainAndOthersAreNotHeldUp() {
    ObjectCreated failing = arrive(ref("failing"));
    ObjectCreated other = arrive(ref("other"));
    List<ObjectCreated> failed = new ArrayList<>();
    Deliveries deliveries =
        deliveries(
            event -> {
              if (event.equals(failing) && failed.isEmpty()) {
                failed.add(event);
                throw new IllegalStateException("once");
              }
              arrived.add(event);
            });

    deliveries.deliver();
    assertThat(arrived).containsExactly(other);
    untilDueAgain();
    deliveries.deliver();

    assertThat(failed).containsExactly(failing);
    assertThat(arrived).containsExactly(other, failing);
  }

  @Test
  void whatBecomesDueMeanwhileIsDeliveredToo() {
    List<ObjectCreated> events = new ArrayList<>(List.of(arrive(ref("first"))));
    Deliveries deliveries =
        deliveries(
            event -> {
              arrived.add(event);
              if (events.size() < 3) {
                events.add(arrive(ref("next-" + events.size())));
              }
            });

    deliveries.deliver();

    assertThat(events).hasSize(3);
    assertThat(arrived).containsExactlyElementsOf(events);
  }

  @Test
  void anInterruptedCallerBeginsNoMore() {
    ObjectCreated event = arrive(ref("key"));

    Thread.currentThread().interrupt();
    deliveries(arrived::add).deliver();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(arrived).isEmpty();
    deliveries(arrived::add).deliver();
    assertThat(arrived).containsExactly(event);
  }

  @Test
  void onceStoppedItBeginsNoMoreAndTheNextProcessHasTheRest() {
    List<ObjectCreated> events =
        IntStream.range(0, 5).mapToObj(number -> arrive(ref("key-" + number))).toList();
    List<Deliveries> stopping = new ArrayList<>();
    stopping.add(
        deliveries(
            event -> {
              arrived.add(event);
              stopping.getFirst().stop();
            }));

    stopping.getFirst().deliver();
    stopping.getFirst().deliver();
    assertThat(arrived).hasSize(1);

    Deliveries next = deliveries(arrived::add);
    next.resume();
    next.deliver();
    assertThat(arrived).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void whereNothingCanBeHadItIsReportedAndNothingIsLost() {
    ObjectCreated event = arrive(ref("key"));

    assertThatExceptionOfType(BackendException.class)
        .isThrownBy(() -> brokenDeliveries(arrived::add).deliver());

    assertThat(arrived).isEmpty();
    deliveries(arrived::add).deliver();
    assertThat(arrived).containsExactly(event);
  }

  private static PhotoRef ref(String key) {
    return new PhotoRef("drink-photos", key);
  }
}
