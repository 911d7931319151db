package dev.riderphotos.web.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What came of running many again.
 *
 * @param redriven ids of those that were begun
 * @param more whether there are more that failed than are begun at once
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RedrivenAnswer(List<String> redriven, List<NotRedriven> refused, boolean more) {
  /**
   * One that was not.
   *
   * @param code of the problem
   */
  @Serdeable
  public record NotRedriven(String executionId, String code, String detail) {}
}
