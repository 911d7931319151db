package dev.riderphotos.web.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.review.Appealed;
import dev.riderphotos.review.Case;
import dev.riderphotos.review.CaseState;
import dev.riderphotos.rider.RiderId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as its rider sees it: what was decided is told when it is carried out, and never whom a
 * face resembles.
 *
 * @param executionId of the photo that was refused
 * @param reason that was appealed against
 * @param state WAITING or DECIDED
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AppealKept(
    @Nullable String executionId,
    String reason,
    String words,
    String state,
    Instant openedAt,
    @Nullable Instant closedAt) {
  /** Empty if it is none, or another rider's. */
  static Optional<AppealKept> of(RiderId rider, Case about) {
    Appealed appeal = about.appeal();
    if (appeal == null || !about.rider().rider().equals(rider)) {
      return Optional.empty();
    }
    var execution = about.latest().execution();
    boolean closed = about.state() == CaseState.CLOSED;
    return Optional.of(
        new AppealKept(
            execution == null ? null : execution.toString(),
            appeal.reason().name(),
            appeal.words(),
            closed ? "DECIDED" : "WAITING",
            about.openedAt(),
            about.closedAt()));
  }
}
