package dev.riderphotos.web.form;

import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a form; of two of the same name, the first counts. */
public final class Fields {
  private static final int MOST = 32;
  private static final int MOST_BYTES = 64 * 1024;

  private final Map<String, String> values = new LinkedHashMap<>();
  private int count;
  private int bytes;

  void add(Parts.Part part) throws IOException {
    byte[] value = part.content().readNBytes(MOST_BYTES - bytes + 1);
    add(part.head().name(), new String(value, part.head().charset()), value.length);
  }

  void add(String name, String value, int size) {
    if (++count > MOST) {
      throw new ProblemException(
          HttpStatus.BAD_REQUEST, "TOO_MANY_FIELDS", "A form has at most " + MOST + " fields.");
    }
    bytes += size;
    if (bytes > MOST_BYTES) {
      throw new ProblemException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "TOO_LARGE",
          "The fields of the form are larger than 64 KB together.");
    }
    values.putIfAbsent(name, value);
  }

  /** Reads a field that must be there, though it may be empty. */
  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  public @Nullable String textIfGiven(String name) {
    return values.get(name);
  }

  /** Reads a field; empty if it is not there. */
  public String textOrEmpty(String name) {
    return values.getOrDefault(name, "");
  }

  public Map<String, String> all() {
    return Collections.unmodifiableMap(values);
  }

  static ProblemException missing(String name) {
    return new ProblemException(
        HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "The form has no " + name + ".");
  }
}
