package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Status;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.access.Caller;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks executions up as they are asked for; for the API and the pages alike. */
@Singleton
public class ExecutionQueries {
  private static final int MAX_PAGE = 100;

  private final Executions executions;
  private final PresentFaces faces;

  ExecutionQueries(Executions executions, PresentFaces faces) {
    this.executions = executions;
    this.faces = faces;
  }

  /** A page; parameters may be absent, or empty as forms send them. */
  public Page list(
      @Nullable String status,
      @Nullable String rider,
      boolean review,
      @Nullable String cursor,
      int limit) {
    Filter filter =
        new Filter(given(status, ExecutionQueries::status), given(rider, RiderId::new), review);
    Cursor after = given(cursor, Cursor::new);
    Page page =
        ProblemException.unless(
            () -> executions.list(filter, after, Math.clamp(limit, 1, MAX_PAGE)));
    return new Page(faces.in(page.executions()), page.next());
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

  private static Status status(String name) {
    return Stream.of(Status.values())
        .filter(status -> status.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "status is one of " + Arrays.toString(Status.values())));
  }

  private static <T> @Nullable T given(@Nullable String value, Function<String, T> parse) {
    return value == null || value.isBlank()
        ? null
        : ProblemException.unless(() -> parse.apply(value));
  }
}
