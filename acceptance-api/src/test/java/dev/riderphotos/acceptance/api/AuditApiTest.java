package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.CreateApiKey.Created;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.OpenedCases;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.audit.AuditLog;
import dev.riderphotos.audit.AuditLog.Filter;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.web.audit.AuditedRoutes;
import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of whatever is done and shown, and how that is looked at. */
class AuditApiTest {
  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of("access", "secured", "trusted-proxies", "127.0.0.0/8,::1", "reviews.rate", "off"));

  private static final String AUDIT = "/v1/audit";
  private static final String PROXY = "X-Forwarded-For";

  private static @Nullable Created operator;
  private static String key = "";
  private static String program = "";

  private final Client client = SERVER.client();

  @BeforeAll
  static void ridersAreVerified() {
    operator = created("Bea", Scope.OPERATE);
    key = operator.secret().reveal();
    program = created("gate", Scope.VERIFY).secret().reveal();
    for (Person person : List.of(Person.ADA, Person.BORIS)) {
      SERVER
          .client()
          .send(
              "POST",
              Client.photoOf(person.name().toLowerCase(Locale.ROOT)) + "?wait=true",
              Map.of("X-Api-Key", key),
              Photos.of(person).bytes())
          .isVerified();
    }
  }

  @Test
  void ofEveryRouteItIsSaidWhatIsToldOrWhyNothing() {
    List<UriRouteInfo<?, ?>> routes = SERVER.application().get(Router.class).uriRoutes().toList();

    assertThat(routes).hasSizeGreaterThan(20);
    assertThat(routes)
        .allSatisfy(
            route ->
                assertThat(
                        AuditedRoutes.rule(
                            route.getHttpMethod(), route.getUriMatchTemplate().toString()))
                    .as("%s %s", route.getHttpMethod(), route.getUriMatchTemplate())
                    .isPresent());
  }

  @Test
  void whatChangesSomethingAndIsNotToldBeginsWhatIs() {
    List<UriRouteInfo<?, ?>> untold =
        SERVER
            .application()
            .get(Router.class)
            .uriRoutes()
            .filter(route -> route.getHttpMethod() == HttpMethod.DELETE)
            .filter(
                route ->
                    AuditedRoutes.rule(
                                route.getHttpMethod(), route.getUriMatchTemplate().toString())
                            .orElseThrow()
                        instanceof AuditedRoutes.Rule.Untold)
            .toList();

    assertThat(untold).as("whatever deletes is told").isEmpty();
  }

  @Test
  void aPhotoThatIsShownIsToldWithWhoAndFromWhere() {
    send("GET", "/v1/riders/boris/thumbnail", Map.of(PROXY, "203.0.113.7"));

    Answer found = get(AUDIT + "?act=photo-shown&rider=boris&who=Bea&limit=1");
    assertThat(found.at("entries/0/who/kind")).isEqualTo("key");
    assertThat(found.at("entries/0/who/id")).isEqualTo(requireNonNull(operator).key().id().value());
    assertThat(found.at("entries/0/who/name")).isEqualTo("Bea");
    assertThat(found.at("entries/0/from")).isEqualTo("203.0.113.7");
    assertThat(found.textAt("entries/0/riders/0")).matches("[0-9a-f]{64}");
    assertThat(found.text()).doesNotContain("boris");
    assertThat(get(AUDIT + "?rider=nobody").listAt("entries")).isEmpty();
    assertThat(get(AUDIT + "?rider=boris&act=key-created").listAt("entries")).isEmpty();
  }

  @Test
  void aRiderIsAKeyedHash() {
    Browser browser = new Browser(client);
    String token =
        SERVER
            .application()
            .get(RiderLinks.class)
            .issue(new RiderId("boris"), Duration.ofHours(1))
            .token();
    assertThat(browser.get("/link?token=" + token).status()).isEqualTo(303);

    assertThat(browser.get("/v1/riders/boris/thumbnail").status()).isEqualTo(200);

    Answer found = get(AUDIT + "?act=photo-shown&who=rider&limit=1");
    assertThat(found.at("entries/0/who/kind")).isEqualTo("rider");
    assertThat(found.at("entries/0/who/id")).isEqualTo(found.at("entries/0/riders/0"));
  }

  @Test
  void whoWasTurnedAwayIsNotTold() {
    long before = newest();

    send("GET", AUDIT, Map.of("X-Api-Key", program)).isProblem(403);
    assertThat(client.get("/v1/riders/ada/thumbnail").status()).isEqualTo(401);
    send("DELETE", "/v1/riders/ada", Map.of("X-Api-Key", program)).isProblem(403);

    assertThat(newest()).isEqualTo(before);
  }

  @Test
  void aNoteLiesBesideADecisionAndGoesWithItsRiderOrByItself() {
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "boris", "ada");
    String path = "/v1/reviews/" + id;
    decide(path, "They are brothers.");
    assertThat(get(AUDIT + "?act=case-opened&limit=1").at("entries/0/about"))
        .isEqualTo(id.toString());
    Answer told = get(AUDIT + "?act=case-decided&rider=ada&limit=1");
    assertThat(told.at("entries/0/about")).isEqualTo(id.toString());
    assertThat(told.at("entries/0/detail")).isEqualTo("TWO_PEOPLE");
    assertThat(told.at("entries/0/note")).isEqualTo("They are brothers.");
    assertThat(get(AUDIT + "?act=case-decided&rider=boris&limit=1").at("entries/0/number"))
        .isEqualTo(told.at("entries/0/number"));
    String note = AUDIT + "/" + told.at("entries/0/number") + "/note";

    assertThat(send("DELETE", note, Map.of()).status()).isEqualTo(204);
    send("DELETE", note, Map.of()).isProblem(404);
    assertThat(get(AUDIT + "?act=case-decided&limit=1").text()).doesNotContain("brothers");

    assertThat(send("POST", path + "/undo", Map.of()).status()).isEqualTo(200);
    decide(path, "Her cousin.");
    send("DELETE", "/v1/riders/boris", Map.of());
    Answer after = get(AUDIT + "?act=case-decided&rider=boris&limit=1");
    assertThat(after.listAt("entries")).hasSize(1);
    assertThat(after.text()).doesNotContain("cousin");
    assertThat(get(AUDIT + "?act=rider-erased&limit=1").listAt("entries")).hasSize(1);
    assertThat(get(AUDIT + "/verification").at("sound")).isEqualTo(true);
    SERVER
        .client()
        .send(
            "POST",
            Client.photoOf("boris") + "?wait=true",
            Map.of("X-Api-Key", key),
            Photos.of(Person.BORIS).bytes())
        .isVerified();
  }

  @ParameterizedTest
  @CsvSource({
    "act=nothing, act is one of",
    "from=yesterday, from is a day",
    "to=2026-13-01, to is a day",
    "cursor=x, cursor"
  })
  void whatCannotBeAskedIsSaid(String query, String sentence) {
    assertThat(get(AUDIT + "?" + query).isProblem(400).textAt("detail")).contains(sentence);
  }

  @Test
  void pagesFollowOneAnother() {
    send("GET", "/v1/riders/ada/thumbnail", Map.of());
    send("GET", "/v1/riders/ada/thumbnail", Map.of());

    Answer first = get(AUDIT + "?act=photo-shown&limit=1");
    Answer second = get(AUDIT + "?act=photo-shown&limit=1&cursor=" + first.at("next"));

    assertThat(first.listAt("entries")).hasSize(1);
    assertThat(number(second)).isLessThan(number(first));
    assertThat(get(AUDIT + "?from=2100-01-01").listAt("entries")).isEmpty();
    assertThat(get(AUDIT + "?to=2000-01-01").listAt("entries")).isEmpty();
  }

  @Test
  void anExportIsToldAndNoFormula() {
    Created formula = created("=cmd()", Scope.OPERATE);
    send("GET", "/v1/riders/ada/thumbnail", Map.of("X-Api-Key", formula.secret().reveal()));

    Answer csv = get("/audit/export?format=csv&act=photo-shown");
    Answer lines = get("/audit/export?format=jsonl&act=photo-shown");

    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.text()).startsWith("Number,At,Who").contains("'=cmd()");
    assertThat(lines.text().lines()).isNotEmpty().allMatch(line -> line.startsWith("{\"number\""));
    assertThat(get(AUDIT + "?act=exported&limit=1").at("entries/0/detail")).isEqualTo("audit");
    assertThat(get("/audit/export?format=pdf").status()).isEqualTo(400);
  }

  @Test
  void whereSomebodyHadAHandInItIsNamed() {
    send("GET", "/v1/riders/ada/thumbnail", Map.of());
    long number = newest();
    change("update audit_entry set about = 'x' where number = ?", number);
    try {
      Answer found = get(AUDIT + "/verification");

      assertThat(found.at("sound")).isEqualTo(false);
      assertThat(found.at("flaws/0/kind")).isEqualTo("changed");
      assertThat(found.at("flaws/0/from")).hasToString(Long.toString(number));
      assertThat(get("/audit").text()).contains("Entry " + number + " was changed.");
    } finally {
      change("update audit_entry set about = null where number = ?", number);
    }
    assertThat(get(AUDIT + "/verification").at("sound")).isEqualTo(true);
  }

  private void decide(String path, String note) {
    String version = get(path).textAt("version");
    Answer decided =
        client.send(
            "POST",
            path + "/decisions",
            Map.of("X-Api-Key", key, "Content-Type", "application/json"),
            "{\"decision\":\"TWO_PEOPLE\",\"version\":\"%s\",\"note\":\"%s\"}"
                .formatted(version, note)
                .getBytes(UTF_8));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
  }

  private static void change(String sql, long number) {
    int _ =
        SERVER
            .application()
            .get(Database.class)
            .write("tamper", connection -> Statements.change(connection, sql, number));
  }

  private static long newest() {
    return SERVER
        .application()
        .get(AuditLog.class)
        .before(Filter.ALL, Long.MAX_VALUE, 1)
        .getFirst()
        .number();
  }

  private static long number(Answer page) {
    return Long.parseLong(String.valueOf(page.at("entries/0/number")));
  }

  private Answer get(String path) {
    return send("GET", path, Map.of());
  }

  private Answer send(String method, String path, Map<String, String> headers) {
    Map<String, String> all = new HashMap<>(headers);
    all.putIfAbsent("X-Api-Key", key);
    return client.send(method, path, all, new byte[0]);
  }

  private static Created created(String name, Scope scope) {
    return SERVER.application().get(CreateApiKey.class).create(name, Set.of(scope));
  }
}
