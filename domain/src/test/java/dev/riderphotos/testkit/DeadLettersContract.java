package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.DeadLetters.DeadLetter;
import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.photo.PhotoRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all {@link DeadLetters} keep. */
public abstract class DeadLettersContract {
  /** Later than anything dies in a test. */
  private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

  /** Without any letter; the same ones whenever they are asked for in one test. */
  protected abstract DeadLetters letters();

  /** An object arrives, and nobody can deal with its event. */
  protected abstract ObjectCreated die(PhotoRef ref);

  /** The events that are due by now, which are dealt with thereby. */
  protected abstract List<ObjectCreated> takeDue();

  @Test
  void nothingIsDeadAtFirst() {
    assertThat(letters().dead(10)).isEmpty();
    assertThat(letters().redrive(EventId.random(), LATER)).isEmpty();
    assertThat(letters().drop(EventId.random())).isEmpty();
    assertThat(letters().redriveAll(LATER)).isZero();
    assertThat(takeDue()).isEmpty();
  }

  @Test
  void aDeadLetterCanBeReadAgainAndAgainAndIsNotDelivered() {
    ObjectCreated event = die(ref("a"));

    for (int reading = 0; reading < 3; reading++) {
      assertThat(letters().dead(10))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.event()).isEqualTo(event);
                assertThat(letter.attempts()).isPositive();
                assertThat(letter.error()).isNotBlank();
              });
    }
    assertThat(takeDue()).isEmpty();
  }

  @Test
  void noMoreAreShownThanAskedFor() {
    IntStream.range(0, 12).forEach(number -> die(ref("key-" + number)));

    assertThat(letters().dead(3)).hasSize(3);
    assertThat(letters().dead(12)).hasSize(12);
    assertThat(letters().dead(100))
        .hasSize(12)
        .isSortedAccordingTo(Comparator.comparing(DeadLetter::since));
  }

  @Test
  void whatIsForgottenIsNeitherDeadNorDelivered() {
    ObjectCreated stays = die(ref("riders/adam/photo.jpg"));
    ObjectCreated gone = die(ref("riders/ada/photo.jpg"));
    ObjectCreated another = die(ref("riders/ada/x/photo.jpg"));

    assertThat(letters().forget(gone.ref().bucket(), "riders/ada/")).isEqualTo(2);

    assertThat(letters().dead(10)).extracting(DeadLetter::event).containsExactly(stays);
    assertThat(letters().redrive(another.id(), LATER)).isEmpty();
    assertThat(letters().forget(gone.ref().bucket(), "riders/ada/")).isZero();
    assertThat(letters().forget("another-bucket", "riders/adam/")).isZero();
  }

  @Test
  void theRedrivenOneAloneIsDeliveredAgain() {
    ObjectCreated other = die(ref("a"));
    ObjectCreated event = die(ref("b"));

    assertThat(letters().redrive(event.id(), LATER).map(DeadLetter::event)).contains(event);
    assertThat(letters().redrive(event.id(), LATER)).isEmpty();

    assertThat(letters().dead(10)).extracting(DeadLetter::event).containsExactly(other);
    assertThat(takeDue()).containsExactly(event);
  }

  @Test
  void theDroppedOneAloneIsGoneForGood() {
    ObjectCreated other = die(ref("a"));
    ObjectCreated event = die(ref("b"));

    assertThat(letters().drop(event.id()).map(DeadLetter::event)).contains(event);
    assertThat(letters().drop(event.id())).isEmpty();

    assertThat(letters().dead(10)).extracting(DeadLetter::event).containsExactly(other);
    assertThat(letters().redrive(event.id(), LATER)).isEmpty();
    assertThat(takeDue()).isEmpty();
  }

  @Test
  void allAreRedriven() {
    List<ObjectCreated> events =
        IntStream.range(0, 25).mapToObj(number -> die(ref("key-" + number))).toList();

    assertThat(letters().redriveAll(LATER)).isEqualTo(events.size());

    assertThat(letters().dead(100)).isEmpty();
    assertThat(takeDue()).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void theOddestKeysComeToLifeAsTheyWere() {
    List<ObjectCreated> events = OddNames.upTo(1000).stream().map(name -> die(ref(name))).toList();

    assertThat(letters().redriveAll(LATER)).isEqualTo(events.size());

    assertThat(takeDue()).containsExactlyInAnyOrderElementsOf(events);
  }

  private static PhotoRef ref(String key) {
    return new PhotoRef("drink-photos", key);
  }
}
