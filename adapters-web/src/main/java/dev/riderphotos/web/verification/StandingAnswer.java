package dev.riderphotos.web.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.execution.ExecutionAnswer;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a rider.
 *
 * @param verifiedAt when the photo of the profile was taken in
 * @param execution the last one
 * @param decidedAt when what people decided about the rider was last carried out
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StandingAnswer(
    String riderId,
    boolean verified,
    @Nullable Instant verifiedAt,
    @Nullable ExecutionAnswer execution,
    @Nullable Instant decidedAt) {
  static StandingAnswer of(RiderId rider, Standing standing) {
    Execution last = standing.last();
    return new StandingAnswer(
        rider.value(),
        standing.profile() != null,
        standing.since(),
        last == null ? null : ExecutionAnswer.of(last),
        standing.decided());
  }
}
