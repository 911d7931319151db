package dev.riderphotos.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.MarkdownPage;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.web.access.Routes;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;

/** docs/api.md has every route there is, with who may call it, and every command; nothing else. */
class ApiReferenceTest {
  /** The document that is made at build time of the routes' annotations. */
  private static final String OPENAPI = "/META-INF/swagger/rider-photos-1.yml";

  private static final Pattern CALL = Pattern.compile("`(GET|POST|PUT|DELETE) (/\\S*)`");
  private static final Pattern COMMAND = Pattern.compile("`([a-z-]+)`");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  /** A row of the page. */
  private record Told(String who, String does) {}

  @Test
  void everyRouteIsToldAndNothingElse() throws IOException {
    Set<String> routes = new TreeSet<>();
    SERVER
        .application()
        .get(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .forEach(route -> routes.add(route.getHttpMethod() + " " + route.getUriMatchTemplate()));

    assertThat(told().keySet()).containsExactlyInAnyOrderElementsOf(routes);
  }

  @Test
  void whoMayCallIsWhatIsDecided() throws IOException {
    assertThat(told())
        .allSatisfy(
            (call, told) -> {
              String[] words = call.split(" ", 2);
              assertThat(Routes.decision(HttpMethod.valueOf(words[0]), words[1]))
                  .map(access -> access.name().toLowerCase(Locale.ROOT))
                  .as(call)
                  .contains(told.who());
            });
  }

  @Test
  void everyRouteOfTheOpenApiDocumentIsToldWithItsParameters() throws IOException {
    Map<String, Told> told = new HashMap<>();
    told().forEach((call, does) -> told.put(call.replaceAll("/\\{\\+\\w+}", ""), does));
    Map<String, Set<String>> documented = documented();

    assertThat(documented).hasSizeGreaterThan(30);
    assertThat(documented)
        .allSatisfy(
            (call, parameters) -> {
              Told row = told.get(call);
              assertThat(row).as(call).isNotNull();
              assertThat(parameters)
                  .as(call)
                  .allMatch(
                      parameter -> requireNonNull(row).does().contains("`?" + parameter + "="));
            });
  }

  @Test
  void everyCommandIsToldAndNothingElse() throws IOException {
    List<String> commands =
        RiderPhotos.line("").getSubcommands().entrySet().stream()
            .filter(command -> !command.getValue().getCommandSpec().usageMessage().hidden())
            .map(Map.Entry::getKey)
            .toList();

    assertThat(page().map(row -> COMMAND.matcher(row.getFirst())).filter(Matcher::matches))
        .extracting(found -> found.group(1))
        .containsExactlyInAnyOrderElementsOf(commands);
  }

  private static Stream<List<String>> page() throws IOException {
    return MarkdownPage.of("docs/api.md").rows().stream();
  }

  private static Map<String, Told> told() throws IOException {
    Map<String, Told> told = new TreeMap<>();
    page()
        .forEach(
            row -> {
              Matcher call = CALL.matcher(row.getFirst());
              if (call.matches()) {
                Told earlier =
                    told.put(call.group(1) + " " + call.group(2), new Told(row.get(1), row.get(2)));
                assertThat(earlier).as(row.getFirst()).isNull();
              }
            });
    return told;
  }

  /** The query parameters of each call. */
  private static Map<String, Set<String>> documented() throws IOException {
    Map<String, Set<String>> documented = new TreeMap<>();
    try (InputStream in = ApiReferenceTest.class.getResourceAsStream(OPENAPI)) {
      Map<String, Map<String, Map<String, Map<String, ?>>>> document = new Yaml().load(in);
      requireNonNull(document.get("paths"))
          .forEach(
              (path, calls) ->
                  calls.forEach(
                      (method, call) ->
                          documented.put(
                              method.toUpperCase(Locale.ROOT) + " " + path, parameters(call))));
    }
    return documented;
  }

  private static Set<String> parameters(Map<String, ?> call) {
    Set<String> names = new TreeSet<>();
    if (call.get("parameters") instanceof List<?> parameters) {
      parameters.stream()
          .map(Map.class::cast)
          .filter(parameter -> "query".equals(parameter.get("in")))
          .forEach(parameter -> names.add(String.valueOf(parameter.get("name"))));
    }
    return names;
  }
}
