package dev.riderphotos.app.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server said. */
public final class Answer {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  Answer(int status, HttpHeaders headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  static Answer of(HttpResponse<byte[]> response) {
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  public int status() {
    return status;
  }

  public byte[] body() {
    return body;
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /** Empty if there is no such header. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** All headers of that name. */
  public List<String> headers(String name) {
    return headers.allValues(name);
  }

  /** What stands at a place of the JSON, such as {@code reasons/0/code}; null if nothing does. */
  public @Nullable Object at(String place) {
    Object here = json();
    for (String name : place.split("/", -1)) {
      here = here == null ? null : inside(here, name);
    }
    return here;
  }

  /** As {@link #at}, of what must be there. */
  public String textAt(String place) {
    Object value = at(place);
    assertThat(value).as("%s of %s", place, text()).isInstanceOf(String.class);
    return String.valueOf(value);
  }

  /** The members of the list at that place. */
  public List<?> listAt(String place) {
    Object value = at(place);
    assertThat(value).as("%s of %s", place, text()).isInstanceOf(List.class);
    return (List<?>) requireNonNull(value);
  }

  /** Fails unless this is a problem of that status, told as all problems are. */
  public Answer isProblem(int expected) {
    assertThat(status).as(text()).isEqualTo(expected);
    assertThat(header("Content-Type")).isEqualTo("application/problem+json");
    Set<String> keys = new HashSet<>(Set.of("type", "title", "status", "detail", "code"));
    if ("INVALID_FIELD".equals(at("code"))) {
      keys.add("field");
    }
    assertThat(json().keySet()).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(at("status")).isEqualTo(expected);
    return this;
  }

  /** Fails unless this is an execution that was refused with that message. */
  public Answer isRejected(String message) {
    assertThat(status).as(text()).isEqualTo(200);
    assertThat(at("status")).as(text()).isEqualTo("REJECTED");
    assertThat(at("message")).isEqualTo(message);
    assertThat(at("faceId")).isNull();
    assertThat(at("thumbnail")).isNull();
    return this;
  }

  /** Fails unless this is an execution that ended well. */
  public Answer isVerified() {
    assertThat(status).as(text()).isEqualTo(200);
    assertThat(at("status")).as(text()).isEqualTo("VERIFIED");
    return this;
  }

  public Map<String, Object> json() {
    try {
      return ObjectMapper.getDefault().readValue(body, Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException("not JSON: " + text(), e);
    }
  }

  private static @Nullable Object inside(Object here, String name) {
    return switch (here) {
      case Map<?, ?> map -> map.get(name);
      case List<?> list -> {
        int index = Integer.parseInt(name);
        yield index < list.size() ? list.get(index) : null;
      }
      default -> null;
    };
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
