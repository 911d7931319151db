package dev.riderphotos.execution;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The journal: every execution, running or ended. Writes are atomic and durable when the call
 * returns, and survive a crash; {@link #find} sees the last write, and what is found by other means
 * is as it was last written, though an execution just started may come a moment late. Faults are
 * {@link dev.riderphotos.BackendException}s.
 *
 * <p>Several processes may share a journal. An unfinished execution is held by one of them, which
 * alone may run it, until it is finished or that process dies. Or it is held by a run of a state
 * machine ({@link Execution#heldBy}) until it is finished, however long that takes: then no process
 * may claim it, and what is written goes through {@link #change}.
 */
public interface Executions {
  /**
   * Adds the execution, held by this process, or by the state machine's run that it names, unless
   * its id is there already.
   *
   * @return the one that is there after the call
   */
  Execution start(Execution execution);

  /**
   * Has this process hold the execution: to be called before it is run. May be repeated.
   *
   * @return whether it does; false while another living process or a state machine holds it, and of
   *     one that is finished or was never started
   */
  boolean claim(ExecutionId id);

  /**
   * Has this process hold the execution no longer, so that any may claim it at once; harmless if it
   * does not. After a fault, it is as if this process had died.
   */
  void release(ExecutionId id);

  /**
   * Overwrites the execution of the same id, which this process holds, or was the last to hold. A
   * finished one is held no longer. What {@link #forgetFace} took out since is not written again.
   *
   * @throws TakenOverException if another process came to hold it; nothing was written
   */
  void save(Execution execution);

  /**
   * Changes an execution that this run of a state machine holds, or was the last to hold. Reading
   * and writing are one: of changes at once none is lost, for each begins with what the one before
   * it left, and may therefore be asked for more than once.
   *
   * @return how it stands now
   * @throws TakenOverException if another holds it, or it is not there; nothing was written
   */
  Execution change(ExecutionId id, ExecutionArn holder, UnaryOperator<Execution> change);

  /**
   * Overwrites the execution of the same id, if it has failed, with this one that is to run again,
   * held by this process, or by the state machine's run that it names: in one atomic step.
   *
   * @return whether it did; false if there is no failed one (any more), or another living process
   *     holds it, or a state machine
   */
  boolean redrive(Execution begun);

  /** Empty if no such execution was started. */
  Optional<Execution> find(ExecutionId id);

  /**
   * A page of what the filter lets through, the last started first. Where the backend has to look
   * through very many for it, a page may have fewer than {@code limit}, though another follows.
   *
   * @param at where a page said that the next begins, or the one before it ends; {@code null} for
   *     the first
   */
  Page list(Filter filter, @Nullable Cursor at, int limit);

  /**
   * How many the filter lets through, counted to {@code most} at most, and no further than the
   * backend can at moderate cost. One just started or changed may be counted a moment late.
   */
  Total count(Filter filter, int most);

  /**
   * A page of all that were started before this moment, the first started first. Whoever deletes
   * what a page has goes on as if it were there.
   */
  Page startedBefore(Instant moment, @Nullable Cursor after, int limit);

  /**
   * Ids of all that are {@link Execution#unfinished} and that no living process holds, this one
   * included, nor a state machine; the first started first.
   */
  List<ExecutionId> unfinished();

  /** All unfinished ones that state machines hold; the first started first. */
  List<Execution> heldByStateMachines();

  /** Deletes the execution for good; harmless when it is not there. */
  void delete(ExecutionId id);

  /**
   * Takes this face, and how like it others are, out of all executions that tell of it, whoever
   * holds them: what {@link Execution#forgetting} leaves is kept, and nothing else is changed. May
   * be repeated, and is harmless if none tells of it. What a run finds of it and has not written
   * yet is the run's to look for.
   *
   * @return how many told of it
   */
  int forgetFace(FaceId face);

  /**
   * Which executions; {@code null} lets all through.
   *
   * @param review only those that an operator is to look at ({@link Execution#review})
   * @param reason only those that were refused for it, whatever else was found
   * @param part of the rider's id, or of the execution's; A to Z are a to z
   * @param from only those started then, or later
   * @param to only those started before
   * @param among only these
   */
  record Filter(
      @Nullable Status status,
      @Nullable RiderId rider,
      boolean review,
      @Nullable ReasonCode reason,
      @Nullable String part,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Set<ExecutionId> among) {
    public static final Filter ALL = new Filter(null, null);

    /** As far as a journal can count nanoseconds. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");

    public Filter {
      part = part == null ? null : plain(part);
      from = from == null ? null : within(from);
      to = to == null ? null : within(to);
      among = among == null ? null : Set.copyOf(among);
    }

    public Filter(@Nullable Status status, @Nullable RiderId rider) {
      this(status, rider, false, null, null, null, null, null);
    }

    /** Those alone that an operator is to look at. */
    public Filter forReview() {
      return new Filter(status, rider, true, reason, part, from, to, among);
    }

    /** Those alone of this status. */
    public Filter of(Status one) {
      return new Filter(one, rider, review, reason, part, from, to, among);
    }

    /** Those alone that were refused for this reason. */
    public Filter because(ReasonCode why) {
      return new Filter(status, rider, review, why, part, from, to, among);
    }

    /** Those alone with this in the rider's id or their own. */
    public Filter with(String partOfId) {
      return new Filter(status, rider, review, reason, partOfId, from, to, among);
    }

    /** Those alone that were started between the two. */
    public Filter between(@Nullable Instant first, @Nullable Instant before) {
      return new Filter(status, rider, review, reason, part, first, before, among);
    }

    /** These alone. */
    public Filter among(Set<ExecutionId> these) {
      return new Filter(status, rider, review, reason, part, from, to, these);
    }

    /** Whether it lets the execution through. */
    public boolean passes(Execution execution) {
      return (status == null || status == execution.status())
          && (rider == null || rider.equals(execution.submission().rider()))
          && (!review || execution.review())
          && (reason == null || execution.refusedFor(reason))
          && (part == null || has(part, execution))
          && (from == null || !execution.startedAt().isBefore(from))
          && (to == null || execution.startedAt().isBefore(to))
          && (among == null || among.contains(execution.id()));
    }

    private static boolean has(String part, Execution execution) {
      return plain(execution.submission().rider().value()).contains(part)
          || execution.id().toString().contains(part);
    }

    private static Instant within(Instant moment) {
      if (moment.isBefore(FIRST)) {
        return FIRST;
      }
      return moment.isAfter(LAST) ? LAST : moment;
    }

    /** No more than A to Z, so that every backend can. */
    private static String plain(String text) {
      StringBuilder plain = new StringBuilder(text);
      for (int i = 0; i < plain.length(); i++) {
        char letter = plain.charAt(i);
        if (letter >= 'A' && letter <= 'Z') {
          plain.setCharAt(i, (char) (letter - 'A' + 'a'));
        }
      }
      return plain.toString();
    }
  }

  /**
   * Where a page begins, or ends: made by the adapter, only it can read the place.
   *
   * @param value for those who hand it on
   */
  record Cursor(String value) {
    private static final String BACK = "~";

    /** The page that begins after this place. */
    public static Cursor after(String place) {
      return new Cursor(place);
    }

    /** The page that ends before this place. */
    public static Cursor before(String place) {
      return new Cursor(BACK + place);
    }

    /** Whether it leads to the page before, and not to the next. */
    public boolean back() {
      return value.startsWith(BACK);
    }

    /** As the adapter wrote it. */
    public String place() {
      return back() ? value.substring(BACK.length()) : value;
    }
  }

  /**
   * Some executions.
   *
   * @param next where to go on, or {@code null} if this was the last page
   * @param previous where the page before it is, or {@code null} if this was the first
   */
  record Page(List<Execution> executions, @Nullable Cursor next, @Nullable Cursor previous) {
    public Page {
      executions = List.copyOf(executions);
    }

    /** The first page. */
    public Page(List<Execution> executions, @Nullable Cursor next) {
      this(executions, next, null);
    }
  }

  /**
   * How many there are.
   *
   * @param number that were counted
   * @param more whether there are more, or may be
   */
  record Total(long number, boolean more) {}
}
