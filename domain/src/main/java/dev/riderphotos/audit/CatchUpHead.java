package dev.riderphotos.audit;

import dev.riderphotos.access.Signatures;
import java.util.List;

/**
 * Brings the head of a copy up to the copy's entries: entries that were added after the head was
 * copied are no flaw. Each has to follow the one before; from one that does not, the head stays
 * behind, and so it shows. A head that is none of ours stays as it is, and so does one that knows
 * more than there is.
 */
public final class CatchUpHead {
  private static final int PAGE = 1000;

  private final AuditChain chain;

  public CatchUpHead(Signatures signatures) {
    this.chain = new AuditChain(signatures);
  }

  /** Entries of a copy. */
  public interface Entries {
    /** Some of those with a greater number, the oldest first; none if there are none. */
    List<AuditEntry> after(long number, int limit);
  }

  /** The head of a copy of which there was none before the first entry. */
  public AuditHead ofNone(Entries entries) {
    return upTo(chain.head(AuditPlace.START, null), entries);
  }

  public AuditHead upTo(AuditHead head, Entries entries) {
    if (!chain.sealed(head)) {
      return head;
    }
    AuditPlace place = head.settled();
    AuditPlace before;
    do {
      before = place;
      place = onward(place, entries.after(place.number(), PAGE));
    } while (!place.equals(before));
    return place.equals(head.settled()) ? head : chain.head(place, null);
  }

  private static AuditPlace onward(AuditPlace from, List<AuditEntry> entries) {
    AuditPlace place = from;
    for (AuditEntry entry : entries) {
      if (!entry.follows(place)) {
        return place;
      }
      place = AuditPlace.of(entry);
    }
    return place;
  }
}
