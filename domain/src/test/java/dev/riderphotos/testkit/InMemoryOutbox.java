package dev.riderphotos.testkit;

import static java.util.Comparator.comparing;

import dev.riderphotos.event.EventId;
import dev.riderphotos.event.ObjectCreated;
import dev.riderphotos.event.Outbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps events as long as it lives. */
public final class InMemoryOutbox implements Outbox {
  private final Map<EventId, Entry> entries = new LinkedHashMap<>();

  private record Entry(
      ObjectCreated event, int attempts, Instant due, String error, @Nullable Instant dead) {
    static Entry of(ObjectCreated event, Instant due) {
      return new Entry(event, 0, due, "", null);
    }
  }

  /** Due at once. */
  public synchronized void add(ObjectCreated event) {
    entries.put(event.id(), Entry.of(event, event.at()));
  }

  @Override
  public synchronized List<Delivery> due(Instant now, int limit) {
    return entries.values().stream()
        .filter(entry -> entry.dead() == null && !entry.due().isAfter(now))
        .sorted(comparing(entry -> entry.event().at()))
        .limit(limit)
        .map(entry -> new Delivery(entry.event(), entry.attempts()))
        .toList();
  }

  @Override
  public synchronized void done(EventId id) {
    entries.remove(id);
  }

  @Override
  public void postpone(EventId id, String error, Instant until) {
    change(id, old -> new Entry(old.event(), old.attempts() + 1, until, error, null));
  }

  @Override
  public void bury(EventId id, String error, Instant now) {
    change(id, old -> new Entry(old.event(), old.attempts() + 1, old.due(), error, now));
  }

  @Override
  public synchronized List<DeadLetter> dead(int limit) {
    return entries.values().stream()
        .flatMap(entry -> letter(entry).stream())
        .sorted(comparing(DeadLetter::since))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<DeadLetter> redrive(EventId id, Instant now) {
    Optional<DeadLetter> letter =
        Optional.ofNullable(entries.get(id)).flatMap(InMemoryOutbox::letter);
    letter.ifPresent(dead -> entries.put(id, Entry.of(dead.event(), now)));
    return letter;
  }

  @Override
  public synchronized Optional<DeadLetter> drop(EventId id) {
    Optional<DeadLetter> letter =
        Optional.ofNullable(entries.get(id)).flatMap(InMemoryOutbox::letter);
    letter.ifPresent(dead -> entries.remove(id));
    return letter;
  }

  @Override
  public synchronized int redriveAll(Instant now) {
    List<DeadLetter> letters =
        dead(entries.size()).stream().filter(letter -> !letter.since().isAfter(now)).toList();
    letters.forEach(letter -> redrive(letter.event().id(), now));
    return letters.size();
  }

  @Override
  public synchronized int forget(String bucket, String prefix) {
    int before = entries.size();
    entries
        .values()
        .removeIf(
            entry ->
                entry.event().ref().bucket().equals(bucket)
                    && entry.event().ref().key().startsWith(prefix));
    return before - entries.size();
  }

  @Override
  public void resume(Instant now) {
    // An event is added whole.
  }

  private synchronized void change(EventId id, UnaryOperator<Entry> change) {
    entries.computeIfPresent(id, (_, old) -> change.apply(old));
  }

  private static Optional<DeadLetter> letter(Entry entry) {
    return Optional.ofNullable(entry.dead())
        .map(since -> new DeadLetter(entry.event(), entry.attempts(), entry.error(), since));
  }
}
