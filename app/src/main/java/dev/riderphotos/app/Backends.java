package dev.riderphotos.app;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.List;

/** Which adapters serve the ports; checked as soon as there is a context. */
@Context
final class Backends {
  static final String PROPERTY = "backend";
  static final String EMBEDDED = "embedded";

  private static final List<String> ALLOWED = List.of(EMBEDDED);

  Backends(@Value("${" + PROPERTY + "}") String backend) {
    if (!ALLOWED.contains(backend)) {
      throw new ConfigurationException(
          "backend: %s is not one of %s".formatted(backend, String.join(", ", ALLOWED)));
    }
  }
}
