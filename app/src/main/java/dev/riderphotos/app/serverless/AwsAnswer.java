package dev.riderphotos.app.serverless;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the AWS CLI prints of AWS's answer, which may be nothing if nothing was found. */
record AwsAnswer(Map<?, ?> fields) {
  static AwsAnswer of(String json) {
    if (json.isBlank()) {
      return new AwsAnswer(Map.of());
    }
    try {
      return new AwsAnswer(
          ObjectMapper.getDefault().readValue(json, Argument.mapOf(String.class, Object.class)));
    } catch (IOException unread) {
      throw new ProgramException("The AWS CLI printed what is no JSON.", unread);
    }
  }

  /** The objects of a list; none if it is not there. */
  List<AwsAnswer> list(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream()
            .filter(Map.class::isInstance)
            .map(each -> new AwsAnswer((Map<?, ?>) each))
            .toList()
        : List.of();
  }

  /** The texts of a list; none if it is not there. */
  List<String> texts(String name) {
    return fields.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Empty if it is not there. */
  String text(String name) {
    Object value = fields.get(name);
    return value == null ? "" : value.toString();
  }
}
