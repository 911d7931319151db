package dev.riderphotos.embedded.sqlite;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Filter;
import dev.riderphotos.execution.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a list of executions lets through, as SQL. */
final class ExecutionQuery {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();
  private final boolean byReason;
  private final boolean rising;

  private ExecutionQuery(boolean byReason, boolean rising) {
    this.byReason = byReason;
    this.rising = rising;
  }

  /** The last started first; if the cursor leads back, the other way from there. */
  static ExecutionQuery of(Filter filter, @Nullable Cursor at) {
    return of(filter, at, at != null && at.back());
  }

  /** The first started first. */
  static ExecutionQuery rising(Filter filter, @Nullable Cursor after) {
    return of(filter, after, true);
  }

  private static ExecutionQuery of(Filter filter, @Nullable Cursor at, boolean rising) {
    ExecutionQuery query = new ExecutionQuery(filter.reason() != null, rising);
    query.filter(filter);
    if (at != null) {
      query.from(at);
    }
    return query;
  }

  /** Where an execution stands in the list. */
  static String place(Execution execution) {
    return Statements.nanos(execution.startedAt()) + "." + execution.id();
  }

  List<Object> values() {
    return values;
  }

  String select(int limit) {
    String way = rising ? "asc" : "desc";
    return "select document%s order by %s %s, %s %s limit %d"
        .formatted(rest(), startedAt(), way, id(), way, limit);
  }

  String count(int most) {
    return "select count(*) from (select 1%s limit %d)".formatted(rest(), most);
  }

  private String rest() {
    String reasons = byReason ? "execution_reason r cross join execution e" : "execution e";
    return " from " + reasons + " where true" + String.join("", conditions);
  }

  private String startedAt() {
    return byReason ? "r.started_at" : "e.started_at";
  }

  private String id() {
    return byReason ? "r.execution" : "e.id";
  }

  private void filter(Filter filter) {
    if (filter.reason() != null) {
      that("r.execution = e.id and r.reason = ?", filter.reason().name());
      that("e.status = ?", Status.REJECTED.name());
    }
    if (filter.status() != null) {
      that("e.status = ?", filter.status().name());
    }
    if (filter.rider() != null) {
      that("e.rider = ?", filter.rider().value());
    }
    if (filter.review()) {
      that("json_extract(document, '$.verdict.review')");
    }
    if (filter.part() != null) {
      that("(instr(lower(e.rider), ?) or instr(e.id, ?))", filter.part(), filter.part());
    }
    if (filter.from() != null) {
      that(startedAt() + " >= ?", Statements.nanos(filter.from()));
    }
    if (filter.to() != null) {
      that(startedAt() + " < ?", Statements.nanos(filter.to()));
    }
    if (filter.among() != null) {
      that("e.id in (select value from json_each(?))", json(filter.among()));
    }
  }

  private void from(Cursor at) {
    String[] parts = at.place().split("\\.", 2);
    if (parts.length != 2 || !parts[0].matches("-?\\d{1,19}")) {
      throw new IllegalArgumentException("Not a cursor of this list");
    }
    that(
        "(%s, %s) %s (?, ?)".formatted(startedAt(), id(), rising ? ">" : "<"),
        nanos(parts[0]),
        parts[1]);
  }

  private static long nanos(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      throw new IllegalArgumentException("Not a cursor of this list", tooLarge);
    }
  }

  private void that(String condition, Object... its) {
    conditions.add(" and " + condition);
    values.addAll(List.of(its));
  }

  private static String json(Set<ExecutionId> ids) {
    return ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(",", "[", "]"));
  }
}
