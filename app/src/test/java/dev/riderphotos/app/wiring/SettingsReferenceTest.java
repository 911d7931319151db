package dev.riderphotos.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.MarkdownPage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** docs/settings.md has every setting there is with its default, and nothing else. */
class SettingsReferenceTest {
  /** Written by the compiler, with all {@code @ConfigurationProperties} of a module. */
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  private static final String OURS = "dev.riderphotos.";
  private static final String HOST = "micronaut.server.host";

  @Test
  void everySettingIsToldOnceAndNothingElse() throws IOException {
    Set<String> settings = new TreeSet<>(SettingRules.names());
    settings.addAll(typed());
    settings.addAll(shipped().keySet());

    assertThat(rows().stream().map(SettingsReferenceTest::name))
        .hasSizeGreaterThan(50)
        .containsExactlyInAnyOrderElementsOf(settings);
  }

  @Test
  void everyDefaultIsTheOneThatIsShipped() throws IOException {
    Map<String, String> shipped = shipped();

    assertThat(rows())
        .allSatisfy(
            row -> {
              String value = shipped.get(name(row));
              if (value == null) {
                assertThat(row.get(1)).as(name(row)).isNotEmpty().doesNotStartWith("`");
              } else {
                assertThat(row.get(1)).as(name(row)).isEqualTo("`" + value + "`");
              }
            });
  }

  private static List<List<String>> rows() throws IOException {
    return MarkdownPage.of("docs/settings.md").rows().stream()
        .filter(row -> row.getFirst().startsWith("`"))
        .toList();
  }

  private static String name(List<String> row) {
    return row.getFirst().replace("`", "");
  }

  /** Those that a type of ours has. */
  private static Set<String> typed() throws IOException {
    ClassLoader loader = SettingsReferenceTest.class.getClassLoader();
    Set<String> names = new TreeSet<>();
    for (URL url : Collections.list(loader.getResources(METADATA))) {
      try (InputStream in = url.openStream()) {
        Argument<Map<String, Object>> document = Argument.mapOf(String.class, Object.class);
        Map<String, Object> metadata = ObjectMapper.getDefault().readValue(in, document);
        names.addAll(typed((List<?>) metadata.getOrDefault("properties", List.of())));
      }
    }
    return names;
  }

  private static List<String> typed(List<?> properties) {
    return properties.stream()
        .map(Map.class::cast)
        .filter(property -> String.valueOf(property.get("sourceType")).startsWith(OURS))
        .map(property -> String.valueOf(property.get("name")))
        .toList();
  }

  /** What stands in application.yml, but for what is between us and the framework. */
  private static Map<String, String> shipped() {
    Map<String, String> shipped = new TreeMap<>();
    try (ApplicationContext context =
        ApplicationContext.builder().banner(false).deduceEnvironment(false).build()) {
      context.getEnvironment().start().getPropertySources().stream()
          .filter(source -> source.getName().equals("application"))
          .flatMap(SettingsReferenceTest::given)
          .filter(given -> ours(given.getKey()))
          .forEach(given -> shipped.put(given.getKey(), given.getValue()));
    }
    return shipped;
  }

  /** Without those that have nothing but comments beneath them. */
  private static Stream<Map.Entry<String, String>> given(PropertySource source) {
    return StreamSupport.stream(source.spliterator(), false)
        .filter(name -> source.get(name) != null)
        .map(name -> Map.entry(name, String.valueOf(source.get(name))));
  }

  private static boolean ours(String name) {
    return SettingRules.names().contains(name)
        || name.equals(HOST)
        || !(name.startsWith("micronaut.") || name.startsWith("endpoints."));
  }
}
