package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Reason;
import dev.riderphotos.execution.ReasonCode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to mend.
 *
 * @param message what is wrong
 * @param advice what the rider can do
 * @param box where in the picture, if in one place
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonAnswer(
    ReasonCode code, String message, String advice, @Nullable BoxAnswer box) {
  static List<ReasonAnswer> of(List<Reason> reasons) {
    return reasons.stream()
        .map(
            reason ->
                new ReasonAnswer(
                    reason.code(),
                    reason.message(),
                    reason.advice(),
                    BoxAnswer.ofNullable(reason.box())))
        .toList();
  }
}
