package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Verdict;
import dev.riderphotos.web.page.Moment;
import dev.riderphotos.web.page.Phrase;
import dev.riderphotos.web.page.RiderPath;
import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An execution in a list.
 *
 * @param riderPath where the rider's page is
 * @param review whether an operator is to look at it
 * @param why what speaks against the photo, or what broke
 */
@Introspected
public record ExecutionRow(
    String id,
    String rider,
    String riderPath,
    String status,
    Moment startedAt,
    @Nullable Phrase took,
    boolean review,
    List<Why> why) {
  static ExecutionRow of(Execution execution, Instant now) {
    ExecutionAnswer answer = ExecutionAnswer.of(execution);
    Instant end = execution.endedAt();
    return new ExecutionRow(
        answer.executionId(),
        answer.riderId(),
        RiderPath.of(answer.riderId()),
        execution.status().name(),
        Moment.of(execution.startedAt(), now),
        end == null ? null : Phrase.took(Duration.between(execution.startedAt(), end)),
        execution.review(),
        why(execution, answer));
  }

  private static List<Why> why(Execution execution, ExecutionAnswer answer) {
    if (execution.verdict() instanceof Verdict.Rejected rejected && !rejected.reasons().isEmpty()) {
      return rejected.reasons().stream().map(Why::of).toList();
    }
    return answer.message() == null ? List.of() : List.of(Why.of(answer.message()));
  }
}
