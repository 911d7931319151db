package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.CreateApiKey.Created;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.web.access.Access;
import dev.riderphotos.web.access.Routes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secured mode: who may do what, with what in hand. */
class SecuredServerTest {
  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(Map.of("access", "secured", "trusted-proxies", "127.0.0.0/8,::1"));

  private static final AtomicInteger VISITORS = new AtomicInteger();

  private static String operator = "";
  private static String searcher = "";

  @BeforeAll
  static void makeKeys() {
    operator = key(Scope.OPERATE).secret().reveal();
    searcher = key(Scope.SEARCH).secret().reveal();
    client()
        .send(
            "POST",
            Client.photoOf("ada") + "?wait=true",
            Map.of("X-Api-Key", operator),
            Photos.of(Person.ADA).bytes())
        .isVerified();
  }

  @Test
  void everyRouteIsDecided() {
    List<UriRouteInfo<?, ?>> routes = SERVER.application().get(Router.class).uriRoutes().toList();

    assertThat(routes).hasSizeGreaterThan(20);
    assertThat(routes)
        .allSatisfy(
            route ->
                assertThat(Routes.decision(route.getHttpMethod(), template(route)))
                    .as("%s %s", route.getHttpMethod(), template(route))
                    .isPresent());
  }

  @Test
  void whatIsNotForEveryoneIsForNoStranger() {
    SERVER
        .application()
        .get(Router.class)
        .uriRoutes()
        .filter(route -> !open(route))
        .forEach(
            route -> {
              String path = template(route).replaceAll("\\{\\+?\\w+}", "x");
              Answer answer = client().send(route.getHttpMethodName(), path, Map.of(), new byte[0]);
              assertThat(answer.status()).as(route + " " + answer).isIn(303, 401, 403);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/executions",
    "POST, /v1/executions",
    "DELETE, /v1/riders/ada",
    "GET, /v1/riders/ada",
    "GET, /v1/riders/ada/thumbnail",
    "POST, /v1/riders/ada/photo",
    "POST, /v1/riders/ada/seen",
    "DELETE, /v1/drink-photos?bar=a&drink=b",
    "POST, /v1/drink-photos/uploads",
    "POST, /v1/drink-photos/arrivals",
    "GET, /v1/events/dead",
    "POST, /v1/events/dead/redrive",
    "GET, /prometheus"
  })
  void theApiWantsAKeyAndTheRightOne(String method, String path) {
    assertThat(send(method, path, Map.of()).isProblem(401).header("WWW-Authenticate"))
        .isEqualTo("Bearer");
    for (Map<String, String> wrong :
        List.of(
            Map.of("X-Api-Key", "rpk_nonsense"),
            Map.of("Authorization", "Bearer " + operator + "x"),
            Map.of("X-Api-Key", searcher))) {
      send(method, path, wrong).isProblem(403);
    }
    for (Map<String, String> right :
        List.of(
            Map.of("X-Api-Key", operator),
            Map.of("Authorization", "Bearer " + operator),
            Map.of("authorization", "bearer " + operator))) {
      if (!method.equals("DELETE")) {
        assertThat(send(method, path, right).status()).isNotIn(401, 403);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/static/rider-photos.css",
        "/sign-in",
        "/health",
        "/v1/bars",
        "/v1/bars/Joe's/drinks",
        "/openapi/rider-photos-1.yml"
      })
  void someThingsAreForEveryone(String path) {
    assertThat(client().get(path).status()).isEqualTo(200);
    assertThat(send("GET", path, Map.of("X-Api-Key", "rpk_wrong")).status()).isEqualTo(200);
  }

  @Test
  void withoutAccessKeysThereIsNoRekognition() {
    Answer answer = client().call("/rekognition", "RekognitionService.ListCollections", "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(answer.textAt("__type")).isEqualTo("UnknownOperationException");
    assertThat(answer.textAt("Message")).contains("rekognition.access-keys");
  }

  @Test
  void healthTellsItsDetailsToOperatorsAlone() {
    assertThat(client().get("/health").text()).contains("UP").doesNotContain("SQLite");
    assertThat(send("GET", "/health", Map.of("X-Api-Key", operator)).text()).contains("SQLite");
  }

  @Test
  void pagesLeadToTheSignInAndBack() {
    Browser browser = browser();
    Answer away = browser.get("/?a=b%26c");
    assertThat(away.status()).isEqualTo(303);
    assertThat(away.header("Location")).isEqualTo("/sign-in?to=%2F%3Fa%3Db%2526c");

    Answer page = browser.get(away.header("Location"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("name=\"to\" value=\"/?a=b%26c\"").doesNotContain("Demo");
    Answer back =
        browser.post(
            away.header("Location"), "/sign-in", Map.of("key", operator, "to", "/?a=b%26c"));
    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/?a=b%26c");
    assertThat(browser.get("/?a=b%26c").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "javascript:alert(1)",
        "evil.example",
        "/a\r\nSet-Cookie: a=b",
        ""
      })
  void nobodyIsLedElsewhere(String to) {
    Answer back = browser().post("/sign-in", "/sign-in", Map.of("key", operator, "to", to));

    assertThat(back.status()).isEqualTo(303);
    assertThat(back.header("Location")).isEqualTo("/executions");
    assertThat(back.headers("Set-Cookie")).hasSize(1);
  }

  @Test
  void aSignedInOperatorMayUsePagesAndApi() {
    Browser browser = browser().signIn(operator);

    assertThat(browser.get("/").text()).contains("Sign out", "/executions", "/faces");
    assertThat(browser.get("/faces").status()).isEqualTo(200);
    assertThat(browser.get("/v1/executions").status()).isEqualTo(200);
    assertThat(browser.get("/prometheus").status()).isEqualTo(200);
    assertThat(browser.cookies()).containsKey("rider-photos-session");
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = browser().signIn(operator);

    assertThat(browser.post("/", "/sign-out", Map.of()).status()).isEqualTo(303);

    assertThat(browser.cookies()).doesNotContainKey("rider-photos-session");
    browser.get("/v1/executions").isProblem(401);
  }

  @Test
  void revokingTheKeyEndsItAndItsSessionsAtOnce() {
    Created key = key(Scope.OPERATE);
    Browser browser = browser().signIn(key.secret().reveal());
    Map<String, String> header = Map.of("X-Api-Key", key.secret().reveal());
    assertThat(browser.get("/v1/executions").status()).isEqualTo(200);
    assertThat(send("GET", "/v1/executions", header).status()).isEqualTo(200);

    assertThat(SERVER.application().get(ApiKeys.class).revoke(key.key().id())).isPresent();

    browser.get("/v1/executions").isProblem(401);
    send("GET", "/v1/executions", header).isProblem(403);
  }

  @Test
  void aWrongKeyDoesNotSignIn() {
    for (String wrong : List.of("", "rpk_", operator + "x", searcher)) {
      Browser browser = browser();
      Answer page = browser.post("/sign-in", "/sign-in", Map.of("key", wrong));

      assertThat(page.status()).isEqualTo(403);
      assertThat(page.text()).contains("This key is not valid", "role=\"alert\"");
      assertThat(page.text()).doesNotContain(operator);
      browser.get("/v1/executions").isProblem(401);
    }
  }

  @Test
  void aFormOfSomebodyElseIsRefused() {
    Browser browser = browser().signIn(operator);
    String token = Browser.token(browser.get("/"));

    for (Map<String, String> forged :
        List.of(
            Map.<String, String>of(),
            Map.of("csrf", ""),
            Map.of("csrf", "0".repeat(64)),
            Map.of("csrf", Browser.token(browser().get("/sign-in"))))) {
      browser.post("/sign-out", forged).isProblem(403);
    }
    assertThat(browser.post("/sign-out", Map.of("csrf", token)).status()).isEqualTo(303);
  }

  @Test
  void anotherSitesRequestIsNotDoneOnTheWordOfACookie() {
    Browser browser = browser().signIn(operator);

    browser.send("POST", "/v1/events/dead/redrive", "", new byte[0]).isProblem(403);
    browser.with("Origin", "http://localhost:" + client().port());
    assertThat(browser.send("POST", "/v1/events/dead/redrive", "", new byte[0]).status())
        .isEqualTo(200);
    browser.with("Origin", "https://evil.example");
    browser.send("POST", "/v1/events/dead/redrive", "", new byte[0]).isProblem(403);
  }

  @Test
  void aLinkLetsItsRiderInAndNobodyElse() {
    Browser ada = opened("ada", Duration.ofHours(1));
    ada.with("Origin", "http://localhost:" + client().port());

    assertThat(ada.get("/").text())
        .contains("Welcome, ada.", "signed in as ada")
        .doesNotContain(">Executions<", ">Faces<");
    assertThat(ada.get("/v1/riders/ada").status()).isEqualTo(200);
    assertThat(ada.get("/v1/riders/ada/thumbnail").status()).isEqualTo(200);
    Answer own = ada.send("POST", "/v1/riders/ada/photo?wait=true", "", Photos.nobody().bytes());
    assertThat(own.at("status")).isEqualTo("REJECTED");
    assertThat(ada.get("/v1/executions/" + own.textAt("executionId")).status()).isEqualTo(200);
    assertThat(ada.get("/v1/executions/" + own.textAt("executionId") + "/events").status())
        .isEqualTo(200);
    assertThat(ada.get("/faces").header("Location")).startsWith("/sign-in");
    assertThat(ada.get("/faces/any/crop").header("Location")).startsWith("/sign-in");
    ada.get("/v1/executions").isProblem(403);
    ada.get("/v1/events/dead").isProblem(403);
    ada.send("DELETE", "/v1/riders/ada", "", new byte[0]).isProblem(403);
  }

  @Test
  void aLinkShowsNothingOfAnotherRider() {
    Browser boris = opened("boris", Duration.ofHours(1));
    String adas = executionOf("ada");

    String stranger = boris.get("/v1/riders/nobody").isProblem(403).text();
    assertThat(boris.get("/v1/riders/ada").isProblem(403).text()).isEqualTo(stranger);
    boris.get("/v1/riders/ada/thumbnail").isProblem(403);
    String absent =
        boris.get("/v1/executions/00000000-0000-0000-0000-000000000000").isProblem(404).text();
    assertThat(boris.get("/v1/executions/" + adas).isProblem(404).text()).isEqualTo(absent);
    boris.get("/v1/executions/" + adas + "/events").isProblem(404);
    boris.send("POST", "/v1/riders/ada/photo", "", Photos.nobody().bytes()).isProblem(403);
    Answer page =
        boris.post("/", new Form().field("rider", "ada").file("photo", "a.jpg", Photos.nobody()));
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("another rider").doesNotContain("Execution");
  }

  @Test
  void whoElseLooksAlikeIsForOperatorsAlone() {
    Browser clara = opened("clara", Duration.ofHours(1));
    clara.with("Origin", "http://localhost:" + client().port());
    Answer duplicate =
        clara.send("POST", "/v1/riders/clara/photo?wait=true", "", Photos.of(Person.ADA).bytes());
    String path = "/v1/executions/" + duplicate.textAt("executionId");
    Map<String, String> key = Map.of("X-Api-Key", operator);

    for (Answer told : List.of(duplicate, clara.get(path), clara.get(path + "/events"))) {
      assertThat(told.text()).contains("ALREADY_REGISTERED").doesNotContain("faceMatches");
    }
    assertThat(send("GET", path + "/events", key).text()).contains("faceMatches");
    assertThat(send("GET", "/v1/executions?rider=clara", key).text()).contains("faceMatches");
    Answer whole = send("GET", path, key);
    assertThat(whole.at("steps/1/output/faceMatches/0/duplicate")).isEqualTo(true);
    assertThat(whole.textAt("steps/1/output/faceMatches/0/faceId"))
        .isEqualTo(send("GET", "/v1/riders/ada", key).textAt("faceId"));
  }

  @Test
  void aRiderWhoIsVerifiedIsNotAskedForSomeoneElse() {
    Browser boris = opened("boris", Duration.ofHours(1));
    Form form = new Form().field("rider", "boris").file("photo", "b.jpg", Photos.of(Person.BORIS));

    assertThat(boris.get(boris.post("/", form).header("Location")).text())
        .contains("You are verified")
        .doesNotContain("Verify someone else");
  }

  @Test
  void theSelfiePagesScriptHearsThatItsLinkHasRunOut() {
    client().send("POST", "/selfie", Map.of(), new byte[0]).isProblem(401);
  }

  @Test
  void aForgedOrExpiredLinkIsRefusedWithAdvice() {
    String token = token("ada", Duration.ofNanos(1));

    for (String wrong : List.of("", "x", token("ada", Duration.ofHours(1)) + "0")) {
      Answer page = browser().get("/link?token=" + wrong);
      assertThat(page.status()).isEqualTo(403);
      assertThat(page.text())
          .contains("This link does not work", "Open it again from your message");
      assertThat(page.headers("Set-Cookie")).noneMatch(cookie -> cookie.contains("session"));
    }
    Answer expired = browser().get("/link?token=" + token);
    assertThat(expired.status()).isEqualTo(403);
    assertThat(expired.text()).contains("limited time", "Ask for a new link");
  }

  @Test
  void whoIsSignedInAsAnotherRiderIsAskedFirst() {
    Browser browser = opened("boris", Duration.ofHours(1));
    String path = "/link?token=" + token("clara", Duration.ofHours(1));

    Answer question = browser.get(path);

    assertThat(question.status()).isEqualTo(200);
    assertThat(question.text()).contains("Go on as rider clara?", "You are signed in as boris.");
    assertThat(browser.get("/").text()).contains("signed in as boris");
    assertThat(goOn(browser, path).header("Location")).isEqualTo("/");
    assertThat(browser.get("/").text()).contains("signed in as clara");
    assertThat(browser.get(path).status()).as("no question").isEqualTo(303);
  }

  @Test
  void anOperatorIsAskedBeforeBecomingARider() {
    Browser browser = browser().signIn(operator);
    String path = "/link?token=" + token("clara", Duration.ofHours(1));

    assertThat(browser.get(path).text()).contains("Go on as rider clara?", "href=\"/executions\"");
    assertThat(browser.get("/v1/executions").status()).isEqualTo(200);

    assertThat(goOn(browser, path).status()).isEqualTo(303);
    browser.get("/v1/executions").isProblem(403);
  }

  @Test
  void nobodyElseCanGoOnForSomebody() {
    Browser browser = opened("boris", Duration.ofHours(1));
    String token = token("clara", Duration.ofHours(1));

    for (Map<String, String> form :
        List.of(Map.of("token", token), Map.of("token", token, "csrf", "0".repeat(64)))) {
      Answer refused = browser.post("/link", form);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("Go on as rider clara?");
    }
    assertThat(browser.post("/link", Map.of()).text()).contains("This link does not work");
    assertThat(browser.get("/").text()).contains("signed in as boris");
  }

  private static Answer goOn(Browser browser, String path) {
    String token = path.substring(path.indexOf('=') + 1);
    return browser.post(path, "/link", Map.of("token", token));
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:80", "localhost.evil.example"})
  void aForeignHostIsRefused(String host) {
    assertThat(client().exchange(head("GET /sign-in", host), new byte[0]))
        .startsWith("HTTP/1.1 403 ")
        .contains("FOREIGN_HOST");
    assertThat(client().exchange(head("GET /health", host), new byte[0]))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void oneAddressCannotTryForEver() {
    for (int i = 0; i < 10; i++) {
      Answer wrong = from("192.0.2.9").post("/sign-in", "/sign-in", Map.of("key", "x"));
      assertThat(wrong.status()).isEqualTo(403);
    }

    Answer late = from("192.0.2.9").post("/sign-in", "/sign-in", Map.of("key", operator));
    assertThat(late.status()).isEqualTo(429);
    assertThat(late.text()).contains("Too many tries");
    assertThat(from("192.0.2.10").signIn(operator).get("/v1/executions").status()).isEqualTo(200);
  }

  @Test
  void anInventedAddressBeforeTheProxysDoesNotHelp() {
    for (int i = 0; i < 10; i++) {
      Answer _ = from("198.51.100." + i + ", 192.0.2.8").post("/sign-in", "/sign-in", Map.of());
    }

    Answer late = from("198.51.100.99, 192.0.2.8").post("/sign-in", "/sign-in", Map.of());
    assertThat(late.status()).isEqualTo(429);
  }

  @Test
  void behindAProxyThatSpeaksHttpsCookiesAreForHttpsAlone() {
    Browser browser = browser().with("X-Forwarded-Proto", "https");
    Answer page = browser.signIn(operator).get("/");

    assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=");
    assertThat(browser.cookies().keySet()).allMatch(name -> name.startsWith("__Host-"));
    assertThat(client().get("/sign-in").header("Strict-Transport-Security")).isEmpty();
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toString();
  }

  private static boolean open(UriRouteInfo<?, ?> route) {
    Optional<Access> access = Routes.decision(route.getHttpMethod(), template(route));
    return access.filter(Set.of(Access.EVERYONE, Access.SIGNED)::contains).isPresent();
  }

  private static Browser opened(String rider, Duration valid) {
    Browser browser = browser();
    Answer link = browser.get("/link?token=" + token(rider, valid));
    assertThat(link.status()).isEqualTo(303);
    assertThat(link.header("Location")).isEqualTo("/");
    return browser;
  }

  private static String token(String rider, Duration valid) {
    return SERVER.application().get(RiderLinks.class).issue(new RiderId(rider), valid).token();
  }

  private static String executionOf(String rider) {
    return send("GET", "/v1/executions?rider=" + rider, Map.of("X-Api-Key", operator))
        .textAt("executions/0/executionId");
  }

  private static Created key(Scope scope) {
    return SERVER.application().get(CreateApiKey.class).create("test", Set.of(scope));
  }

  private static Answer send(String method, String path, Map<String, String> headers) {
    return client().send(method, path, headers, new byte[0]);
  }

  private static String head(String line, String host) {
    return line + " HTTP/1.1\nHost: " + host + "\nConnection: close\n\n";
  }

  /** From an address of its own. */
  private static Browser browser() {
    return from("10.0.0." + VISITORS.incrementAndGet());
  }

  private static Browser from(String address) {
    return new Browser(client()).with("X-Forwarded-For", address);
  }

  private static Client client() {
    return SERVER.client();
  }
}
