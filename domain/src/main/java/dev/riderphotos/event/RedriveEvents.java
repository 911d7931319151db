package dev.riderphotos.event;

import dev.riderphotos.event.Outbox.DeadLetter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has dead letters delivered again, when an operator has mended what was wrong. */
public final class RedriveEvents {
  private static final int PAGE = 100;

  private final Outbox outbox;
  private final InstantSource clock;

  public RedriveEvents(Outbox outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The letter, or empty if there is no such one. */
  public Optional<DeadLetter> redrive(EventId id) {
    return outbox.redrive(id, clock.instant());
  }

  /** How many there were. Those that die meanwhile stay dead. */
  public int redriveAll() {
    Instant now = clock.instant();
    int redriven = 0;
    for (List<DeadLetter> letters = diedBy(now); !letters.isEmpty(); letters = diedBy(now)) {
      for (DeadLetter letter : letters) {
        redriven += outbox.redrive(letter.event().id(), now).isPresent() ? 1 : 0;
      }
    }
    return redriven;
  }

  private List<DeadLetter> diedBy(Instant now) {
    return outbox.dead(PAGE).stream().filter(letter -> !letter.since().isAfter(now)).toList();
  }
}
