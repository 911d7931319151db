package dev.riderphotos.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trail's entries, its head, and notes. Entries are only ever added. The head is kept apart
 * from them. Notes lie beside, and can be deleted without a trace in the chain. What was written is
 * read by the next call.
 */
public interface AuditLog {
  /**
   * Adds the entry that follows the end, and moves the head on to it. However many do so at once,
   * in whichever processes, each follows another one. A crash leaves both or neither, or the head's
   * {@link AuditHead#next()} names an entry that is not there.
   *
   * @param next makes the entry of how the trail ends; it may be asked again
   */
  AuditEntry append(Continuation next);

  /** Empty if nothing was ever added; {@link AuditHead#UNREADABLE} if it is none of ours. */
  Optional<AuditHead> head();

  /** Entries with a greater number that pass, the oldest first. */
  List<AuditEntry> after(Filter filter, long number, int limit);

  /** Entries with a smaller number that pass, the newest first. */
  List<AuditEntry> before(Filter filter, long number, int limit);

  /** Puts a note beside an entry, in place of any that is there. */
  void note(long number, String text, List<String> riders);

  /** The notes beside these entries, by their numbers; of those without one nothing. */
  Map<Long, String> notes(Collection<Long> numbers);

  /** Whether there was one. */
  boolean deleteNote(long number);

  /** Deletes all notes that concern this rider, by the keyed hash; there may be none. */
  void deleteNotesOn(String rider);

  /** Makes what is added of how the trail ends. */
  interface Continuation {
    Addition of(End end);
  }

  /** How the trail ends: its head, and the entry with the greatest number. */
  record End(@Nullable AuditHead head, @Nullable AuditEntry last) {}

  /**
   * What is added.
   *
   * @param ahead the head while the entry is being written, for those who cannot write both at once
   * @param settled the head when it is
   */
  record Addition(AuditEntry entry, AuditHead ahead, AuditHead settled) {}

  /**
   * Which entries are wanted; null, whichever.
   *
   * @param who how somebody is known, an id or a name
   * @param rider the keyed hash of whom it concerns, or who did it
   * @param from this moment and later
   * @param until before this moment
   */
  record Filter(
      @Nullable Act act,
      @Nullable String who,
      @Nullable String rider,
      @Nullable Instant from,
      @Nullable Instant until) {
    public static final Filter ALL = new Filter(null, null, null, null, null);

    public boolean passes(AuditEntry entry) {
      return (act == null || act == entry.act())
          && (who == null || entry.origin().who().isCalled(who))
          && (rider == null
              || entry.riders().contains(rider)
              || rider.equals(entry.origin().who().id()))
          && (from == null || !entry.at().isBefore(from))
          && (until == null || entry.at().isBefore(until));
    }
  }
}
