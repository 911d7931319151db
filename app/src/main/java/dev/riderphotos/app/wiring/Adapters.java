package dev.riderphotos.app.wiring;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which adapters serve which ports: those that {@code backend} says, but for ports that are set by
 * themselves. Known before anything is made; the factories ask for {@link #properties}.
 */
public final class Adapters {
  static final String FACES = "adapters.faces";
  static final String PHOTOS = "adapters.photos";
  static final String RECORDS = "adapters.records";
  public static final String MAIL = "adapters.mail";

  /** Whether any is on this machine. */
  static final String LOCAL = "adapters.local";

  /** Whether any is on AWS. */
  public static final String AWS = "adapters.aws";

  static final String EMBEDDED = "embedded";
  static final String REKOGNITION = "rekognition";
  static final String FILES = "files";
  static final String S3 = "s3";
  static final String SQLITE = "sqlite";
  static final String DYNAMODB = "dynamodb";
  public static final String MAILBOX = "mailbox";
  static final String SES = "ses";

  private static final String BACKEND = "backend";

  private final Map<Port, String> chosen;

  private enum Backend {
    EMBEDDED,
    AWS
  }

  /** Ports that are served by one technology. */
  private enum Port {
    FACES(EMBEDDED, REKOGNITION),
    PHOTOS(FILES, S3),
    RECORDS(SQLITE, DYNAMODB),
    /** A store tells of what arrives in its own way: this follows {@link #PHOTOS}. */
    EVENTS("outbox", "sqs"),
    MAIL(MAILBOX, SES);

    private final String embedded;
    private final String aws;

    Port(String embedded, String aws) {
      this.embedded = embedded;
      this.aws = aws;
    }

    private String on(Backend backend) {
      return switch (backend) {
        case EMBEDDED -> embedded;
        case AWS -> aws;
      };
    }

    private String property() {
      return "adapters." + name().toLowerCase(Locale.ROOT);
    }
  }

  private Adapters(Map<Port, String> chosen) {
    this.chosen = chosen;
  }

  /**
   * As the settings say.
   *
   * @throws ConfigurationException if they say what is not there, or does not go together
   */
  static Adapters of(PropertyResolver settings) {
    Backend backend = backend(settings.getRequiredProperty(BACKEND, String.class));
    Map<Port, String> chosen = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      chosen.put(port, set(settings, port).orElse(port.on(backend)));
    }
    String events = Port.EVENTS.on(chosen.containsValue(S3) ? Backend.AWS : Backend.EMBEDDED);
    set(settings, Port.EVENTS).ifPresent(set -> refuseUnless(set.equals(events), chosen));
    chosen.put(Port.EVENTS, events);
    return new Adapters(chosen);
  }

  /** For the factories. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    chosen.forEach((port, adapter) -> properties.put(port.property(), adapter));
    properties.put(LOCAL, local());
    properties.put(AWS, aws());
    return properties;
  }

  /** Whether a data folder is needed. */
  boolean local() {
    return any(Backend.EMBEDDED);
  }

  /** Whether anything is asked of AWS. */
  boolean aws() {
    return any(Backend.AWS);
  }

  /** Whether all that is kept for good is in the data folder. */
  public boolean keptHere() {
    return Stream.of(Port.FACES, Port.PHOTOS, Port.RECORDS)
        .allMatch(port -> port.embedded.equals(chosen.get(port)));
  }

  private boolean any(Backend backend) {
    return chosen.entrySet().stream()
        .anyMatch(entry -> entry.getKey().on(backend).equals(entry.getValue()));
  }

  private static void refuseUnless(boolean together, Map<Port, String> chosen) {
    if (!together) {
      throw new ConfigurationException(
          "%s: %s does not go with %s: %s"
              .formatted(
                  Port.EVENTS.property(),
                  chosen.get(Port.EVENTS),
                  PHOTOS,
                  chosen.get(Port.PHOTOS)));
    }
  }

  private static Optional<String> set(PropertyResolver settings, Port port) {
    return settings
        .getProperty(port.property(), String.class)
        .filter(adapter -> !adapter.isBlank())
        .map(adapter -> oneOf(List.of(port.embedded, port.aws), port.property(), adapter));
  }

  private static Backend backend(String name) {
    List<String> names = List.of("embedded", "aws");
    return Backend.valueOf(oneOf(names, BACKEND, name).toUpperCase(Locale.ROOT));
  }

  private static String oneOf(List<String> allowed, String property, String value) {
    if (!allowed.contains(value)) {
      throw new ConfigurationException(
          "%s: %s is not one of %s".formatted(property, value, String.join(", ", allowed)));
    }
    return value;
  }
}
