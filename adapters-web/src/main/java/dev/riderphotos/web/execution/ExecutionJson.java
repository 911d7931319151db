package dev.riderphotos.web.execution;

import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Step;
import dev.riderphotos.rider.EmailAddress;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went into an execution and came out of it, as JSON in the API's words, for operators. */
@Singleton
final class ExecutionJson {
  private final PrettyJson json;

  ExecutionJson(PrettyJson json) {
    this.json = json;
  }

  /** Writes the input as a direct start would have it. */
  String input(Execution execution) {
    ExecutionAnswer answer = ExecutionAnswer.of(execution);
    EmailAddress email = execution.submission().email();
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("userId", answer.riderId());
    input.put("s3Bucket", answer.photo().s3bucket());
    input.put("s3Key", answer.photo().s3key());
    input.put("replace", execution.submission().replace());
    putIfThere(input, "email", email == null ? null : email.value());
    return json.of(input);
  }

  /** Null until it has ended. */
  @Nullable String output(Execution execution) {
    if (execution.endedAt() == null) {
      return null;
    }
    ExecutionAnswer answer = ExecutionAnswer.whole(execution);
    Map<String, Object> output = new LinkedHashMap<>();
    output.put("status", answer.status().name());
    putIfThere(output, "faceId", answer.faceId());
    putIfThere(output, "thumbnail", answer.thumbnail());
    putIfThere(output, "error", answer.error());
    putIfThere(output, "message", answer.message());
    putIfThere(output, "reasons", answer.reasons());
    putIfThere(output, "advice", answer.advice());
    return json.of(output);
  }

  @Nullable String output(Step step) {
    Map<String, Object> output = StepAnswer.whole(step).output();
    return output == null ? null : json.of(output);
  }

  private static void putIfThere(Map<String, Object> object, String name, @Nullable Object value) {
    if (value != null && !List.of().equals(value)) {
      object.put(name, value);
    }
  }
}
