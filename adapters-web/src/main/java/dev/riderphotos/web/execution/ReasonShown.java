package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Reason;
import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reason on an operator's page.
 *
 * @param advice what the rider can do about it, in English; {@code advice.CODE} in other languages
 * @param score how much speaks for a suspicion, 0 to 100
 */
@Introspected
public record ReasonShown(String code, Why why, String advice, @Nullable Double score) {
  static List<ReasonShown> of(List<Reason> reasons) {
    return reasons.stream()
        .map(
            reason ->
                new ReasonShown(
                    reason.code().name(), Why.of(reason), reason.advice(), reason.score()))
        .toList();
  }
}
