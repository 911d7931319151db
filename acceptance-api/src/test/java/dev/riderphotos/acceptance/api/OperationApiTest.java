package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.testkit.Photos;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, links, settings and dead letters over HTTP, in secured mode. */
class OperationApiTest {
  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of("access", "secured", "rekognition.access-keys", "AKIDEXAMPLE:hush-hush-hush"));

  private static final String NOBODYS = "00000000-0000-4000-8000-000000000000";

  private final Client client = SERVER.client();
  private String operator = "";

  /** The only key there is. */
  @BeforeEach
  void oneOperator() {
    ApiKeys keys = SERVER.application().get(ApiKeys.class);
    keys.list().stream().map(ApiKey::id).forEach(keys::revoke);
    operator = key(Scope.OPERATE);
  }

  @Test
  void aKeyIsMadeListedUsedAndRevoked() {
    Answer made = send("POST", "/v1/keys", operator, "{\"name\":\"Gate\",\"scopes\":[\"verify\"]}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Cache-Control")).isEqualTo("no-store");
    String secret = made.textAt("secret");
    Answer list = get("/v1/keys", operator);
    assertThat(list.text()).contains("\"name\":\"Gate\"").doesNotContain(secret);
    get("/v1/executions/" + NOBODYS, secret).isProblem(404);
    get("/v1/keys", secret).isProblem(403);

    String path = "/v1/keys/" + made.textAt("key/id");
    assertThat(send("DELETE", path, operator, "").textAt("name")).isEqualTo("Gate");
    get("/v1/executions/" + NOBODYS, secret).isProblem(403);
    send("DELETE", path, operator, "").isProblem(404);
  }

  @Test
  void noKeyEndsItselfOrOperationWithoutAWord() {
    String path = "/v1/keys/" + get("/v1/keys", operator).textAt("keys/0/id");
    assertThat(send("DELETE", path, operator, "").isProblem(409).at("code"))
        .isEqualTo("LAST_OPERATOR_KEY");

    String other = key(Scope.OPERATE);
    assertThat(send("DELETE", path, operator, "").isProblem(409).at("code")).isEqualTo("OWN_KEY");
    get("/v1/keys", operator).listAt("keys");

    assertThat(send("DELETE", path + "?anyway=true", operator, "").status()).isEqualTo(200);
    get("/v1/keys", operator).isProblem(403);
    assertThat(get("/v1/keys", other).listAt("keys")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scopes {}",
        "scopes {\"scopes\":[]}",
        "scopes {\"scopes\":[\"everything\"]}",
        "name {\"scopes\":[\"index\"],\"name\":\"a\\nb\"}"
      })
  void aKeyThatIsNoneNamesItsField(String wish) {
    String[] parts = wish.split(" ", 2);

    assertThat(send("POST", "/v1/keys", operator, parts[1]).isProblem(422).at("field"))
        .isEqualTo(parts[0]);
    assertThat(get("/v1/keys", operator).listAt("keys")).hasSize(1);
  }

  @Test
  void aLinkIsMadeOpenedAndRevoked() {
    Answer made = send("POST", "/v1/riders/ada/links", operator, "{\"validFor\":\"7d\"}");
    Answer another =
        send("POST", "/v1/riders/ada/links", operator, "{\"email\":\"ada@example.com\"}");
    assertThat(made.status()).isEqualTo(201);
    Browser ada = opened(made);
    Browser again = opened(another);
    ada.get("/v1/riders/ada").isProblem(404); // who is not verified, but may ask

    assertThat(send("DELETE", "/v1/links/" + made.textAt("id"), operator, "").status())
        .isEqualTo(204);
    ada.get("/v1/riders/ada").isProblem(401);
    again.get("/v1/riders/ada").isProblem(404);
    assertThat(send("DELETE", "/v1/riders/ada/links", operator, "").status()).isEqualTo(204);
    again.get("/v1/riders/ada").isProblem(401);

    send("DELETE", "/v1/links/0123456789abcdef", operator, "").isProblem(404);
    for (String wrong : List.of("email:nobody", "validFor:for ever", "validFor:9999d")) {
      String[] field = wrong.split(":", 2);
      String json = "{\"%s\":\"%s\"}".formatted(field[0], field[1]);
      assertThat(send("POST", "/v1/riders/ada/links", operator, json).isProblem(422).at("field"))
          .isEqualTo(field[0]);
    }
  }

  @Test
  void linksAreListedWithoutWhatMakesThemOnes() {
    Answer first = send("POST", "/v1/riders/lia%2Fl/links", operator, "{\"validFor\":\"7d\"}");
    Answer second = send("POST", "/v1/riders/lia%2Fl/links", operator, "{}");
    Answer other = send("POST", "/v1/riders/mia/links", operator, "{}");
    assertThat(send("DELETE", "/v1/links/" + first.textAt("id"), operator, "").status())
        .isEqualTo(204);

    Answer lias = get("/v1/links?rider=lia%2Fl", operator);
    assertThat(lias.listAt("links")).hasSize(2);
    assertThat(lias.text())
        .contains(
            "\"id\":\"" + second.textAt("id") + "\",\"riderId\":\"lia/l\"",
            "\"expiresAt\":\"" + first.textAt("expiresAt") + "\",\"revoked\":true",
            "\"expiresAt\":\"" + second.textAt("expiresAt") + "\",\"revoked\":false")
        .doesNotContain("token", other.textAt("id"));
    assertThat(get("/v1/links?limit=1000", operator).text())
        .contains(first.textAt("id"), second.textAt("id"), other.textAt("id"));
    assertThat(get("/v1/links?limit=1", operator).listAt("links")).hasSize(1);
    assertThat(get("/v1/links?rider=" + "x".repeat(129), operator).isProblem(422).at("field"))
        .isEqualTo("rider");

    assertThat(send("DELETE", "/v1/riders/lia%2Fl", operator, "").status()).isEqualTo(200);
    assertThat(get("/v1/links?rider=lia%2Fl", operator).listAt("links")).isEmpty();
  }

  @Test
  void settingsAreToldWithTheirOriginAndNoSecret() {
    Answer settings = get("/v1/settings", operator);

    assertThat(settings.text())
        .contains(
            "{\"name\":\"access\",\"value\":\"secured\",\"secret\":false,\"from\":\"COMMAND\"}",
            "{\"name\":\"rekognition.access-keys\",\"value\":null,\"secret\":true,",
            "{\"name\":\"riders.quality\",\"value\":\"advise\",\"secret\":false,\"from\":\"DEFAULT\"}",
            "\"aws.secret\"")
        .doesNotContain("hush-hush");
    assertThat(get("/settings", operator).text())
        .contains("riders.quality", "rekognition.access-keys")
        .doesNotContain("hush-hush");
    assertThat(get("/settings?changed=true", operator).text())
        .contains("rekognition.access-keys")
        .doesNotContain("riders.quality");
  }

  @Test
  void aDeadLetterIsDropped() {
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    photos.put(new PhotoRef("extraction-input", "poison.jpg"), Photos.truncated());
    SERVER.application().get(EventDispatcher.class).deliver();
    String id = get("/v1/events/dead", operator).textAt("events/0/eventId");

    Answer dropped = send("DELETE", "/v1/events/dead/" + id, operator, "");

    assertThat(dropped.textAt("s3key")).isEqualTo("poison.jpg");
    send("DELETE", "/v1/events/dead/" + id, operator, "").isProblem(404);
    assertThat(get("/v1/events/dead", operator).listAt("events")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/executions/export.csv",
        "GET /v1/executions/export.jsonl",
        "GET /v1/executions/{id}/photo",
        "POST /v1/executions/redrive",
        "DELETE /v1/events/dead/{id}",
        "GET /v1/keys",
        "POST /v1/keys",
        "DELETE /v1/keys/0123456789ab",
        "POST /v1/riders/ada/links",
        "DELETE /v1/riders/ada/links",
        "GET /v1/links",
        "DELETE /v1/links/0123456789abcdef",
        "GET /v1/settings",
        "GET /executions/{id}/photo",
        "GET /executions/{id}/faces/{id}",
        "POST /executions/redrive",
        "GET /dead-letters",
        "POST /dead-letters/redrive",
        "POST /dead-letters/{id}/redrive",
        "GET /dead-letters/{id}/drop",
        "POST /dead-letters/{id}/drop",
        "POST /dead-letters/webhooks/on",
        "POST /dead-letters/webhooks/redrive",
        "POST /dead-letters/webhooks/{id}/redrive",
        "GET /dead-letters/webhooks/{id}/drop",
        "POST /dead-letters/webhooks/{id}/drop",
        "GET /keys",
        "POST /keys",
        "GET /keys/0123456789ab/revoke",
        "POST /keys/0123456789ab/revoke",
        "POST /keys/links",
        "POST /keys/links/revoke",
        "GET /settings"
      })
  void ridersAndProgramsAreRefusedWhetherThereIsAnythingOrNot(String route) {
    String[] words = route.split(" ", 2);
    String there = executionOf("ada");
    Browser ada = opened(send("POST", "/v1/riders/ada/links", operator, "{}"));
    ada.with("Origin", "http://localhost:" + client.port());

    for (Scope scope : Set.of(Scope.INDEX, Scope.SEARCH, Scope.VERIFY, Scope.REVIEW)) {
      String secret = key(scope);
      Answer refused = send(words[0], path(words[1], there), secret, "");
      assertThat(refused.status()).as("%s %s", scope, refused).isIn(303, 403);
      Answer nothing = send(words[0], path(words[1], NOBODYS), secret, "");
      assertThat(nothing.status()).isEqualTo(refused.status());
      assertThat(nothing.text()).isEqualTo(refused.text());
    }
    Answer refused = ada.send(words[0], path(words[1], there), type(words[1]), new byte[0]);
    assertThat(refused.status()).as(refused.toString()).isIn(303, 403);
    Answer nothing = ada.send(words[0], path(words[1], NOBODYS), type(words[1]), new byte[0]);
    assertThat(nothing.status()).isEqualTo(refused.status());
    assertThat(nothing.text().replace(NOBODYS, there)).isEqualTo(refused.text());
  }

  private static String type(String path) {
    return path.startsWith("/v1/") ? "application/json" : "application/x-www-form-urlencoded";
  }

  private static String path(String template, String id) {
    return template.replace("{id}", id);
  }

  private String executionOf(String rider) {
    Answer list = get("/v1/executions?rider=" + rider, operator);
    return list.listAt("executions").isEmpty()
        ? client
            .send(
                "POST",
                Client.photoOf(rider) + "?wait=true",
                Map.of("X-Api-Key", operator),
                Photos.nobody().bytes())
            .textAt("executionId")
        : list.textAt("executions/0/executionId");
  }

  private Browser opened(Answer link) {
    Browser browser = new Browser(client);
    URI at = URI.create(link.textAt("link"));
    assertThat(browser.get(at.getPath() + "?" + at.getQuery()).status()).isEqualTo(303);
    return browser;
  }

  private static String key(Scope scope) {
    return SERVER
        .application()
        .get(CreateApiKey.class)
        .create("test", Set.of(scope))
        .secret()
        .reveal();
  }

  private Answer get(String path, String key) {
    return send("GET", path, key, "");
  }

  private Answer send(String method, String path, String key, String json) {
    Map<String, String> headers = Map.of("X-Api-Key", key, "Content-Type", type(path));
    return client.send(method, path, headers, json.getBytes(StandardCharsets.UTF_8));
  }
}
