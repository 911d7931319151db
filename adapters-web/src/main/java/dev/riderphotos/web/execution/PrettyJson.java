package dev.riderphotos.web.execution;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** JSON to be read by people. */
@Singleton
final class PrettyJson {
  private static final String STEP = "  ";

  private final ObjectMapper json;

  PrettyJson(ObjectMapper json) {
    this.json = json;
  }

  String of(Object value) {
    try {
      StringBuilder text = new StringBuilder();
      write(json.writeValueToTree(value), "\n", text);
      return text.toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // nothing is read or sent
    }
  }

  private void write(JsonNode node, String line, StringBuilder text) throws IOException {
    if (node.isObject() && node.size() > 0) {
      writeObject(node, line, text);
    } else if (node.isArray() && node.size() > 0) {
      writeArray(node, line, text);
    } else {
      text.append(json.writeValueAsString(node));
    }
  }

  private void writeObject(JsonNode node, String line, StringBuilder text) throws IOException {
    char before = '{';
    for (Map.Entry<String, JsonNode> entry : node.entries()) {
      text.append(before).append(line).append(STEP);
      text.append(json.writeValueAsString(entry.getKey())).append(": ");
      write(entry.getValue(), line + STEP, text);
      before = ',';
    }
    text.append(line).append('}');
  }

  private void writeArray(JsonNode node, String line, StringBuilder text) throws IOException {
    char before = '[';
    for (JsonNode value : node.values()) {
      text.append(before).append(line).append(STEP);
      write(value, line + STEP, text);
      before = ',';
    }
    text.append(line).append(']');
  }
}
