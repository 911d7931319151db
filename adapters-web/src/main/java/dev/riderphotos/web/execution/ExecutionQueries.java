package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Executions.Total;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks executions up as they are asked for; for the API and the pages alike. */
@Singleton
public class ExecutionQueries {
  private static final int MAX_PAGE = 100;

  /** No more are counted: nobody reads them all. */
  private static final int MOST_COUNTED = 10_000;

  private final Executions executions;
  private final PresentFaces faces;
  private final Wished wished;

  ExecutionQueries(Executions executions, PresentFaces faces, Wished wished) {
    this.executions = executions;
    this.faces = faces;
    this.wished = wished;
  }

  /** A page of those that are wished for; the cursor may be absent, or empty. */
  Page list(ExecutionWish wish, @Nullable String cursor, int limit) {
    return list(wished.filter(wish), at(cursor), limit);
  }

  /** How many are wished for, counted as far as anybody cares. */
  Total count(ExecutionWish wish) {
    return executions.count(wished.filter(wish), MOST_COUNTED);
  }

  /** Those of one status among them, the last started first. */
  Page among(ExecutionWish wish, Status status, int limit) {
    Filter filter = wished.filter(wish);
    return filter.status() == null || filter.status() == status
        ? list(filter.of(status), null, limit)
        : new Page(List.of(), null);
  }

  /** The last of a rider. */
  public Page last(RiderId rider, int limit) {
    return list(new Filter(null, rider), null, limit);
  }

  private Page list(Filter filter, @Nullable Cursor at, int limit) {
    Page page =
        ProblemException.unless(() -> executions.list(filter, at, Math.clamp(limit, 1, MAX_PAGE)));
    return new Page(faces.in(page.executions()), page.next(), page.previous());
  }

  private static @Nullable Cursor at(@Nullable String cursor) {
    return cursor == null || cursor.isBlank() ? null : new Cursor(cursor);
  }

  /** To others than its rider, programs that verify, and operators, an execution is not there. */
  public Execution find(Caller caller, String id) {
    ExecutionId execution = ProblemException.unless(() -> ExecutionId.of(id));
    return executions
        .find(execution)
        .filter(found -> caller.verifies() || caller.actsFor(found.submission().rider()))
        .map(faces::in)
        .orElseThrow(() -> ProblemException.notFound("No such execution."));
  }
}
