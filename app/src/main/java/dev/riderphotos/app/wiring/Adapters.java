package dev.riderphotos.app.wiring;

import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.value.PropertyResolver;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which technologies serve which ports: those that {@code backend} says, but for ports that are set
 * by themselves. Known before anything is made; the factories ask for {@link #properties}. A
 * technology more is a factory, which names it, and a word in {@link Port}.
 */
public final class Adapters {
  static final String FACES = "adapters.faces";
  static final String PHOTOS = "adapters.photos";
  static final String RECORDS = "adapters.records";
  public static final String MAIL = "adapters.mail";
  static final String WEBHOOKS = "adapters.webhooks";

  /** A store tells of what arrives in its own way: these follow {@link #PHOTOS}. */
  static final String EVENTS = "adapters.events";

  /** Says whether any adapter is on this machine. */
  static final String LOCAL = "adapters.local";

  /** Says whether any adapter is on AWS. */
  public static final String AWS = "adapters.aws";

  /** What brings executions from state to state. */
  static final String WORKFLOW = "workflow";

  static final String IN_PROCESS = "in-process";
  static final String STATE_MACHINE = "aws.state-machine";

  private static final String BACKEND = "backend";

  /** The functions of a state machine find all that they work with on AWS. */
  private static final Map<Port, String> SERVERLESS =
      new EnumMap<>(
          Map.of(
              Port.FACES,
              RekognitionFacesFactory.NAME,
              Port.PHOTOS,
              S3Factory.NAME,
              Port.RECORDS,
              DynamoDbFactory.NAME));

  /** How each store of photos tells of what arrives. */
  private static final Map<String, String> EVENTS_OF =
      Map.of(FilesFactory.NAME, FilesFactory.EVENTS, S3Factory.NAME, S3Factory.EVENTS);

  private final Map<Port, Technology> chosen;

  /** What a technology needs: the data folder, clients of AWS, or neither of them. */
  private enum Place {
    EMBEDDED,
    AWS,
    ELSEWHERE
  }

  private record Technology(String name, Place place) {
    static Technology here(String name) {
      return new Technology(name, Place.EMBEDDED);
    }

    static Technology onAws(String name) {
      return new Technology(name, Place.AWS);
    }

    static Technology elsewhere(String name) {
      return new Technology(name, Place.ELSEWHERE);
    }
  }

  /**
   * Each with the technologies that there are for it; of one place, a backend means the first. One
   * that comes first, and is of neither place, is what every backend means.
   */
  private enum Port {
    FACES(Technology.here(EngineFactory.NAME), Technology.onAws(RekognitionFacesFactory.NAME)),
    PHOTOS(Technology.here(FilesFactory.NAME), Technology.onAws(S3Factory.NAME)),
    RECORDS(Technology.here(SqliteFactory.NAME), Technology.onAws(DynamoDbFactory.NAME)),
    MAIL(
        Technology.here(MailboxFactory.NAME),
        Technology.onAws(SesFactory.NAME),
        Technology.elsewhere(SmtpFactory.NAME)),
    WEBHOOKS(
        Technology.elsewhere(HttpWebhooksFactory.NAME), Technology.onAws(EventBridgeFactory.NAME));

    private final List<Technology> technologies;

    Port(Technology... technologies) {
      this.technologies = List.of(technologies);
    }

    private String property() {
      return "adapters." + name().toLowerCase(Locale.ROOT);
    }

    private List<String> names() {
      return technologies.stream().map(Technology::name).toList();
    }

    private Technology named(String name) {
      String known = oneOf(names(), property(), name);
      return technologies.stream().filter(it -> it.name().equals(known)).findFirst().orElseThrow();
    }

    private Technology at(Place place) {
      return technologies.getFirst().place() == Place.ELSEWHERE
          ? technologies.getFirst()
          : first(place);
    }

    private Technology first(Place place) {
      return technologies.stream().filter(it -> it.place() == place).findFirst().orElseThrow();
    }
  }

  private Adapters(Map<Port, Technology> chosen) {
    this.chosen = chosen;
  }

  /**
   * Reads which technology the settings choose for each port.
   *
   * @throws ConfigurationException if they say what is not there, or does not go together
   */
  static Adapters of(PropertyResolver settings) {
    Place backend = backend(settings.getRequiredProperty(BACKEND, String.class));
    Map<Port, Technology> chosen = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      chosen.put(port, set(settings, port.property()).map(port::named).orElse(port.at(backend)));
    }
    Adapters adapters = new Adapters(chosen);
    set(settings, EVENTS).ifPresent(adapters::refuseOtherEvents);
    if (set(settings, WORKFLOW).filter(StepFunctionsFactory.NAME::equals).isPresent()) {
      adapters.refuseOtherThanServerless();
      refuseUnlessNamed(set(settings, STATE_MACHINE));
    }
    return adapters;
  }

  /** The names that there are for each port, by the setting that chooses one. */
  static Map<String, List<String>> names() {
    Map<String, List<String>> names =
        Arrays.stream(Port.values()).collect(Collectors.toMap(Port::property, Port::names));
    names.put(EVENTS, Port.PHOTOS.names().stream().map(EVENTS_OF::get).toList());
    return names;
  }

  /** The names that there are for this one. */
  static List<String> names(String property) {
    return Objects.requireNonNull(names().get(property));
  }

  /** Factories require these properties to be as they need them. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    chosen.forEach((port, technology) -> properties.put(port.property(), technology.name()));
    properties.put(EVENTS, events());
    properties.put(LOCAL, local());
    properties.put(AWS, aws());
    return properties;
  }

  /** Says whether a data folder is needed. */
  boolean local() {
    return any(Place.EMBEDDED);
  }

  /** Says whether anything is asked of AWS. */
  boolean aws() {
    return any(Place.AWS);
  }

  /** Whether all that is kept for good is in the data folder. */
  public boolean keptHere() {
    return Stream.of(Port.FACES, Port.PHOTOS, Port.RECORDS)
        .allMatch(port -> chosen(port).place() == Place.EMBEDDED);
  }

  /** Whether faces are found and compared by our own engine. */
  public boolean facesHere() {
    return chosen(Port.FACES).place() == Place.EMBEDDED;
  }

  private boolean any(Place place) {
    return chosen.values().stream().anyMatch(technology -> technology.place() == place);
  }

  private Technology chosen(Port port) {
    return Objects.requireNonNull(chosen.get(port));
  }

  private String events() {
    return Objects.requireNonNull(EVENTS_OF.get(chosen(Port.PHOTOS).name()));
  }

  private void refuseOtherEvents(String set) {
    String known = oneOf(names(EVENTS), EVENTS, set);
    if (!known.equals(events())) {
      throw new ConfigurationException(
          "%s: %s does not go with %s: %s"
              .formatted(EVENTS, set, PHOTOS, chosen(Port.PHOTOS).name()));
    }
  }

  private void refuseOtherThanServerless() {
    SERVERLESS.forEach(
        (port, name) -> {
          if (!chosen(port).name().equals(name)) {
            throw new ConfigurationException(
                "%s: %s needs %s: %s, for the state machine's functions work with nothing else"
                    .formatted(WORKFLOW, StepFunctionsFactory.NAME, port.property(), name));
          }
        });
  }

  private static void refuseUnlessNamed(Optional<String> machine) {
    if (machine.isEmpty()) {
      throw new ConfigurationException(
          "%s: %s needs %s, the ARN of the state machine: aws settings STACK prints it"
              .formatted(WORKFLOW, StepFunctionsFactory.NAME, STATE_MACHINE));
    }
  }

  private static Optional<String> set(PropertyResolver settings, String property) {
    return settings.getProperty(property, String.class).filter(name -> !name.isBlank());
  }

  private static Place backend(String name) {
    return Place.valueOf(oneOf(List.of("embedded", "aws"), BACKEND, name).toUpperCase(Locale.ROOT));
  }

  private static String oneOf(List<String> allowed, String property, String value) {
    if (!allowed.contains(value)) {
      throw new ConfigurationException(
          "%s: %s is not one of %s".formatted(property, value, String.join(", ", allowed)));
    }
    return value;
  }
}
