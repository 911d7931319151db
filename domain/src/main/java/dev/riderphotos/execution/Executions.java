package dev.riderphotos.execution;

import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
   * finished one is held no longer.
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

  /** A page of what the filter lets through, the last started first. */
  Page list(Filter filter, @Nullable Cursor after, int limit);

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
   * Which executions; {@code null} lets all through.
   *
   * @param review only those that an operator is to look at ({@link Execution#review})
   */
  record Filter(@Nullable Status status, @Nullable RiderId rider, boolean review) {
    public static final Filter ALL = new Filter(null, null);

    public Filter(@Nullable Status status, @Nullable RiderId rider) {
      this(status, rider, false);
    }

    /** Those alone that an operator is to look at. */
    public Filter forReview() {
      return new Filter(status, rider, true);
    }

    /** Whether it lets the execution through. */
    public boolean passes(Execution execution) {
      return (status == null || status == execution.status())
          && (rider == null || rider.equals(execution.submission().rider()))
          && (!review || execution.review());
    }
  }

  /** Where a page ended; made by the adapter, only it can read it. */
  record Cursor(String value) {}

  /**
   * Some executions.
   *
   * @param next where to go on, or {@code null} if this was the last page
   */
  record Page(List<Execution> executions, @Nullable Cursor next) {
    public Page {
      executions = List.copyOf(executions);
    }
  }
}
