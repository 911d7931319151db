package dev.riderphotos.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Small JSON on its way in: no more is read than that takes, whatever is sent. */
@Singleton
public final class JsonBodies {
  private final Bodies bodies;
  private final ObjectMapper json;

  JsonBodies(Bodies bodies, ObjectMapper json) {
    this.bodies = bodies;
    this.json = json;
  }

  /** An object, whose fields are then asked for one by one. */
  public JsonBody read(HttpRequest<?> request, @Nullable InputStream body) {
    return JsonBody.of(json, bodies.bytes(request, body, Bodies.Kind.JSON));
  }

  /** An object that is one of ours. */
  public <T> T read(HttpRequest<?> request, @Nullable InputStream body, Class<T> type) {
    byte[] bytes = bodies.bytes(request, body, Bodies.Kind.JSON);
    T value = parse(bytes, type);
    if (value == null) {
      throw refused();
    }
    return value;
  }

  private <T> @Nullable T parse(byte[] bytes, Class<T> type) {
    try {
      return json.readValue(bytes, type);
    } catch (IOException | RuntimeException malformed) {
      throw refused();
    }
  }

  private static ProblemException refused() {
    return new ProblemException(
        HttpStatus.BAD_REQUEST,
        "INVALID_REQUEST",
        "The body is no JSON object, or one of its fields is not of the kind that is expected.");
  }
}
