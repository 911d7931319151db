package dev.riderphotos.app.wiring;

import dev.riderphotos.web.SecretSettings;
import dev.riderphotos.web.setting.SettingAnswer;
import dev.riderphotos.web.setting.SettingAnswer.Origin;
import dev.riderphotos.web.setting.SettingsInForce;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.SystemPropertiesPropertySource;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads out of the environment what is set, and by which of its sources. */
@Singleton
final class SettingSources implements SettingsInForce {
  /** The file of defaults that is shipped. */
  private static final String SHIPPED = "application";

  /** What follows from other settings. */
  private static final Set<String> DERIVED = Set.of("adapters", "uploads");

  /** What commands and their options say. */
  private static final String COMMAND = "context";

  /** The framework's, which are ours only where there is a rule for them. */
  private static final String FRAMEWORKS = "(micronaut|endpoints)\\..*";

  /** Without a default or a rule of their own, but settings of ours nevertheless. */
  private static final List<String> OTHERS =
      List.of(
          Settings.RekognitionEndpoint.ACCESS_KEYS,
          "aws.region",
          "mail.smtp.user",
          "mail.smtp.password",
          "riders.consent-text");

  private final Environment environment;

  SettingSources(Environment environment) {
    this.environment = environment;
  }

  @Override
  public List<SettingAnswer> all() {
    List<PropertySource> sources =
        environment.getPropertySources().stream()
            .sorted(Comparator.comparingInt(PropertySource::getOrder).reversed())
            .toList();
    return names(sources).stream().flatMap(name -> setting(name, sources).stream()).toList();
  }

  /** Those that are known, and what files say besides under the same headings. */
  private static Set<String> names(List<PropertySource> sources) {
    Set<String> names = new TreeSet<>(SettingRules.names());
    names.addAll(OTHERS);
    namesIn(sources, Origin.DEFAULT).stream()
        .filter(name -> !name.matches(FRAMEWORKS))
        .forEach(names::add);
    Set<String> headings = names.stream().map(SettingSources::heading).collect(Collectors.toSet());
    namesIn(sources, Origin.FILE).stream()
        .filter(name -> headings.contains(heading(name)) && !name.matches(FRAMEWORKS))
        .forEach(names::add);
    return names;
  }

  private static Set<String> namesIn(List<PropertySource> sources, Origin origin) {
    return sources.stream()
        .filter(source -> origin(source) == origin && !DERIVED.contains(source.getName()))
        .flatMap(source -> StreamSupport.stream(source.spliterator(), false))
        .collect(Collectors.toSet());
  }

  private static String heading(String name) {
    return name.split("\\.", 2)[0];
  }

  private Optional<SettingAnswer> setting(String name, List<PropertySource> sources) {
    return environment
        .getProperty(name, String.class)
        .filter(value -> !value.isBlank())
        .map(value -> setting(name, value, from(name, sources)));
  }

  private static SettingAnswer setting(String name, String value, Origin from) {
    boolean secret = SecretSettings.is(name);
    return new SettingAnswer(name, secret ? null : SecretSettings.masked(value), secret, from);
  }

  private static Origin from(String name, List<PropertySource> sources) {
    return sources.stream()
        .filter(source -> !DERIVED.contains(source.getName()) && sets(source, name))
        .findFirst()
        .map(SettingSources::origin)
        .orElse(Origin.DEFAULT);
  }

  private static boolean sets(PropertySource source, String name) {
    return source.get(name) != null
        || (origin(source) == Origin.ENVIRONMENT && source.get(variable(name)) != null);
  }

  /** As it is called in the environment of a process. */
  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  private static Origin origin(PropertySource source) {
    return switch (source.getName()) {
      case EnvironmentPropertySource.NAME -> Origin.ENVIRONMENT;
      case SystemPropertiesPropertySource.NAME -> Origin.SYSTEM_PROPERTY;
      case COMMAND -> Origin.COMMAND;
      case SHIPPED -> Origin.DEFAULT;
      case String name when DERIVED.contains(name) -> Origin.DEFAULT;
      case String _ -> Origin.FILE;
    };
  }
}
