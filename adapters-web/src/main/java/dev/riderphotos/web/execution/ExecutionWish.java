package dev.riderphotos.web.execution;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which executions somebody wishes to see, as it was typed: each may be absent, or empty as forms
 * send them.
 *
 * @param rider the id as a whole
 * @param inCase a case's id; or OPEN, or the kind of a case, for those that open cases are about
 * @param part of the rider's id, or the execution's
 * @param from a day, or a moment
 * @param to a day, which is within, or a moment, which is not
 */
@Introspected
public record ExecutionWish(
    @Parameter(description = "RUNNING, VERIFIED, REJECTED or FAILED") @QueryValue
        @Nullable String status,
    @Parameter(description = "The rider's id") @QueryValue @Nullable String rider,
    @Parameter(description = "Only those that an operator is to look at") @QueryValue
        @Nullable String review,
    @Parameter(description = "A code: only those refused for it") @QueryValue
        @Nullable String reason,
    @Parameter(
            description =
                "A case's id; or OPEN, POSSIBLE_DUPLICATE, ANOTHER_FACE or APPEAL for those that"
                    + " open cases are about")
        @QueryValue("case")
        @Nullable String inCase,
    @Parameter(description = "A part of the rider's id, or of the execution's") @QueryValue
        @Nullable String part,
    @Parameter(description = "Started on that day (UTC) or at that moment, or later") @QueryValue
        @Nullable String from,
    @Parameter(description = "Started on that day (UTC) or earlier, or before that moment")
        @QueryValue
        @Nullable String to) {

  /** Nothing is wished for: all. */
  static final ExecutionWish ALL =
      new ExecutionWish(null, null, null, null, null, null, null, null);

  /** As fields of a form may say it. */
  static ExecutionWish of(Map<String, String> fields) {
    return new ExecutionWish(
        fields.get("status"),
        fields.get("rider"),
        fields.get("review"),
        fields.get("reason"),
        fields.get("case"),
        fields.get("part"),
        fields.get("from"),
        fields.get("to"));
  }

  boolean forReview() {
    return "true".equals(review);
  }

  /** What was typed, by the names of the fields; what was not is missing. */
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    put(typed, "status", status);
    put(typed, "rider", rider);
    put(typed, "review", forReview() ? "true" : null);
    put(typed, "reason", reason);
    put(typed, "case", inCase);
    put(typed, "part", part);
    put(typed, "from", from);
    put(typed, "to", to);
    return typed;
  }

  /** The same for an address, to go on with what is asked for there; each with an ampersand. */
  String query() {
    return typed().entrySet().stream()
        .map(field -> "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining());
  }

  private static void put(Map<String, String> typed, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      typed.put(name, value.strip());
    }
  }
}
