package dev.riderphotos.review;

import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cases, open or closed. Writes are atomic and durable when the call returns; {@link #find},
 * {@link #of} and what is open by {@link Case#subject} are as they were last written. Every call
 * may be repeated without harm. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface Cases {
  /**
   * Adds the case, unless its id is there, or one of the same {@link Case#subject} that is not
   * closed: in one atomic step, so that of any number of calls at once one adds.
   *
   * @return the one that is there after the call
   */
  Case open(Case fresh);

  /** Empty if there is no such case, or its rider was erased. */
  Optional<Case> find(CaseId id);

  /** A page of what the filter lets through, the first opened first. */
  Page list(Filter filter, @Nullable Cursor after, int limit);

  /** All in which the rider is on either side, the first opened first. */
  List<Case> of(RiderId rider);

  /**
   * Some that something is to be done with by now ({@link Case#due}), the first due first; one that
   * was just written may come a moment late.
   */
  List<Case> due(Instant now, int limit);

  /**
   * Changes the case. Reading and writing are one: of changes at once none is lost, for each begins
   * with what the one before it left, and may therefore be asked for more than once. One that
   * throws, or returns what it was given, changes nothing. Its id, kind and riders stay as they
   * are, and what is closed stays closed.
   *
   * @return how it stands after the call; empty if it is not there
   */
  Optional<Case> change(CaseId id, UnaryOperator<Case> change);

  /** Deletes the case for good; harmless when it is not there. */
  void delete(CaseId id);

  /** How many are {@link CaseState#OPEN}, and since when the oldest is. */
  Backlog backlog();

  /** Which cases; {@code null} lets all through. */
  record Filter(@Nullable CaseState state, @Nullable Kind kind) {
    public static final Filter ALL = new Filter(null, null);
    public static final Filter OPEN = new Filter(CaseState.OPEN, null);

    /** Whether it lets the case through. */
    public boolean passes(Case each) {
      return (state == null || state == each.state()) && (kind == null || kind == each.kind());
    }
  }

  /** Where a page ended; made by the adapter, only it can read it. */
  record Cursor(String value) {}

  /**
   * Some cases.
   *
   * @param next where to go on, or {@code null} if this was the last page
   */
  record Page(List<Case> cases, @Nullable Cursor next) {
    public Page {
      cases = List.copyOf(cases);
    }
  }

  /**
   * What waits for people.
   *
   * @param open how many of each kind; a kind of which none are may be missing
   * @param oldest when the oldest of them was opened; {@code null} if there is none
   */
  record Backlog(Map<Kind, Long> open, @Nullable Instant oldest) {
    public Backlog {
      open = Map.copyOf(open);
    }

    /** How many there are in all. */
    public long total() {
      return open.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
