package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Executions.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some executions, the last started first.
 *
 * @param next the {@code cursor} of the next page, if there is one
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExecutionPageAnswer(List<ExecutionAnswer> executions, @Nullable String next) {
  static ExecutionPageAnswer of(Page page) {
    return new ExecutionPageAnswer(
        page.executions().stream().map(ExecutionAnswer::whole).toList(),
        page.next() == null ? null : page.next().value());
  }
}
