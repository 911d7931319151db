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
 * @param boxes of each face, if there are several
 * @param score how much speaks for a suspicion, 0 to 100; for operators alone
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReasonAnswer(
    ReasonCode code,
    String message,
    String advice,
    @Nullable BoxAnswer box,
    @Nullable List<BoxAnswer> boxes,
    @Nullable Double score) {

  /** Tells what the rider may know. */
  static List<ReasonAnswer> of(List<Reason> reasons) {
    return reasons.stream()
        .filter(reason -> reason.code().toldToRiders())
        .map(reason -> of(reason, null))
        .toList();
  }

  /** Tells also what only operators may know. */
  static List<ReasonAnswer> whole(List<Reason> reasons) {
    return reasons.stream().map(reason -> of(reason, reason.score())).toList();
  }

  private static ReasonAnswer of(Reason reason, @Nullable Double score) {
    return new ReasonAnswer(
        reason.code(),
        reason.message(),
        reason.advice(),
        BoxAnswer.ofNullable(reason.box()),
        BoxAnswer.ofNullable(reason.boxes()),
        score);
  }
}
