package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Executions.Cursor;
import dev.riderphotos.execution.Executions.Page;
import dev.riderphotos.execution.Executions.Total;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some executions, the last started first.
 *
 * @param total how many there are in all pages, counted to 10,000
 * @param totalIsMore whether there are more, or may be
 * @param next the {@code cursor} of the next page, if there is one
 * @param previous that of the page before, if this is not the first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionPageAnswer(
    List<ExecutionAnswer> executions,
    long total,
    boolean totalIsMore,
    @Nullable String next,
    @Nullable String previous) {
  static ExecutionPageAnswer of(Page page, Total total) {
    return new ExecutionPageAnswer(
        page.executions().stream().map(ExecutionAnswer::whole).toList(),
        total.number(),
        total.more(),
        text(page.next()),
        text(page.previous()));
  }

  private static @Nullable String text(@Nullable Cursor cursor) {
    return cursor == null ? null : cursor.value();
  }
}
