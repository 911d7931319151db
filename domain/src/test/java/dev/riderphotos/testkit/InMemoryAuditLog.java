package dev.riderphotos.testkit;

import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.AuditHead;
import dev.riderphotos.audit.AuditLog;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps entries as long as it lives. */
public final class InMemoryAuditLog implements AuditLog {
  private final NavigableMap<Long, AuditEntry> entries = new TreeMap<>();
  private final Map<Long, Note> notes = new HashMap<>();
  private @Nullable AuditHead head;

  private record Note(String text, List<String> riders) {}

  @Override
  public synchronized AuditEntry append(Continuation next) {
    Addition added =
        next.of(new End(head, entries.isEmpty() ? null : entries.lastEntry().getValue()));
    entries.put(added.entry().number(), added.entry());
    head = added.settled();
    return added.entry();
  }

  @Override
  public synchronized Optional<AuditHead> head() {
    return Optional.ofNullable(head);
  }

  @Override
  public synchronized List<AuditEntry> after(Filter filter, long number, int limit) {
    return page(entries.tailMap(number, false).values().stream(), filter, limit);
  }

  @Override
  public synchronized List<AuditEntry> before(Filter filter, long number, int limit) {
    return page(entries.headMap(number, false).descendingMap().values().stream(), filter, limit);
  }

  private static List<AuditEntry> page(Stream<AuditEntry> all, Filter filter, int limit) {
    return all.filter(filter::passes).limit(limit).toList();
  }

  @Override
  public synchronized void note(long number, String text, List<String> riders) {
    notes.put(number, new Note(text, riders));
  }

  @Override
  public synchronized Map<Long, String> notes(Collection<Long> numbers) {
    Map<Long, String> found = new HashMap<>();
    for (Long number : numbers) {
      Note note = notes.get(number);
      if (note != null) {
        found.put(number, note.text());
      }
    }
    return found;
  }

  @Override
  public synchronized boolean deleteNote(long number) {
    return notes.remove(number) != null;
  }

  @Override
  public synchronized void deleteNotesOn(String rider) {
    boolean _ = notes.values().removeIf(note -> note.riders().contains(rider));
  }

  /** Takes an entry away, as nothing of ours does. */
  synchronized void delete(long number) {
    entries.remove(number);
  }

  /** Puts an entry at a place, as nothing of ours does. */
  synchronized void put(AuditEntry entry) {
    entries.put(entry.number(), entry);
  }

  /** Puts a head, or takes it away, as nothing of ours does. */
  synchronized void put(@Nullable AuditHead forged) {
    head = forged;
  }
}
