package dev.riderphotos.verification;

import dev.riderphotos.rider.RiderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The journal: every execution, running or ended. Writes are atomic and durable when the call
 * returns, and survive a crash; reads see the last write. Faults are {@link
 * dev.riderphotos.BackendException}s.
 */
public interface Executions {
  /**
   * Adds the execution unless its id is there already.
   *
   * @return the one that is there after the call
   */
  Execution start(Execution execution);

  /** Overwrites the execution of the same id. */
  void save(Execution execution);

  /** Empty if no such execution was started. */
  Optional<Execution> find(ExecutionId id);

  /** A page of what the filter lets through, the last started first. */
  Page list(Filter filter, @Nullable Cursor after, int limit);

  /** Ids of all that are {@link Execution#unfinished}, the first started first. */
  List<ExecutionId> unfinished();

  /** Deletes the execution for good; harmless when it is not there. */
  void delete(ExecutionId id);

  /** Which executions; {@code null} lets all through. */
  record Filter(@Nullable Status status, @Nullable RiderId rider) {
    public static final Filter ALL = new Filter(null, null);
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
