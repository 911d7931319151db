package dev.riderphotos.web;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A small JSON object that came in; what is wrong with it is said field by field. */
public final class JsonBody {
  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  static JsonBody of(ObjectMapper json, byte[] bytes) {
    if (bytes.length == 0) {
      throw refused("Invalid request body");
    }
    JsonNode node = parse(json, bytes);
    if (node == null || !node.isObject()) {
      throw refused("Invalid request body");
    }
    return new JsonBody(node);
  }

  /** A field that must be there. */
  public String text(String field) {
    String text = textIfGiven(field);
    if (text == null) {
      throw refused(field + " is missing");
    }
    if (text.isBlank()) {
      throw refused(field + " is empty");
    }
    return text;
  }

  public @Nullable String textIfGiven(String field) {
    JsonNode node = object.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      throw refused(field + " is not a string");
    }
    return node.getStringValue();
  }

  public @Nullable Long numberIfGiven(String field) {
    JsonNode node = object.get(field);
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isNumber() || !node.coerceStringValue().matches("-?\\d{1,18}")) {
      throw refused(field + " is not a whole number");
    }
    return node.getLongValue();
  }

  private static @Nullable JsonNode parse(ObjectMapper json, byte[] bytes) {
    try {
      return json.readValue(bytes, JsonNode.class);
    } catch (IOException | RuntimeException malformed) {
      throw refused("Invalid JSON payload");
    }
  }

  private static ProblemException refused(String detail) {
    return new ProblemException(HttpStatus.BAD_REQUEST, "INVALID_REQUEST", detail);
  }
}
