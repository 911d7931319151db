package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.HealthChecked;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.embedded.Disk;
import dev.riderphotos.embedded.engine.EngineFaceCollections;
import dev.riderphotos.embedded.engine.EngineFaceDetector;
import dev.riderphotos.embedded.engine.EngineRiderFaces;
import dev.riderphotos.embedded.files.FilePhotoStore;
import dev.riderphotos.embedded.files.MailboxRiderNotifier;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.execution.State;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server does for everyone: who may, wrong turns, health, figures, pages. */
class ServerTest {
  private static final List<Class<? extends HealthChecked>> BACKENDS =
      List.of(
          Database.class,
          Disk.class,
          EngineRiderFaces.class,
          EngineFaceCollections.class,
          EngineFaceDetector.class,
          FilePhotoStore.class,
          MailboxRiderNotifier.class);

  /** Files of our own that a page names. */
  private static final Pattern FILES =
      Pattern.compile("/(swagger-ui|openapi)/[\\w./-]+\\.(css|js|png|yml)");

  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/v1",
        "/v1/riders",
        "/v1/riders/x/nothing",
        "/v1/riders//photo",
        "/static/nothing.css",
        "/static/%2e%2e/application.yml",
        "/static/..%2f..%2fapplication.yml",
        "/openapi/nothing"
      })
  void anUnknownPathIsNotFound(String path) {
    client().get(path).isProblem(404);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/executions",
    "PUT, /v1/riders/x/photo",
    "GET, /v1/riders/x/photo",
    "POST, /v1/riders/x",
    "PATCH, /v1/riders/x",
    "DELETE, /",
    "POST, /health"
  })
  void aWrongMethodIsNotAllowed(String method, String path) {
    Answer answer = client().send(method, path, "application/json", "{}".getBytes(US_ASCII));

    assertThat(answer.isProblem(405).header("Allow")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/v1/executions, text/plain", "/v1/executions, application/x-www-form-urlencoded"})
  void aWrongTypeIsNotSupported(String path, String contentType) {
    client().send("POST", path, contentType, "a=b".getBytes(US_ASCII)).isProblem(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "application/json"})
  void aPageSaysOnAPageThatItTakesAForm(String contentType) {
    Answer answer = client().send("POST", "/", contentType, "a=b".getBytes(US_ASCII));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.text()).contains("This takes a form");
  }

  @Test
  void whoCannotReadJsonGetsNone() {
    client().get("/v1/executions", "Accept", "text/html").isProblem(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: rider-photos.example",
        "Host: rider-photos.example:8080",
        "Host: localhost.example",
        "Host: 192.168.0.1",
        "Host: localhost\nOrigin: http://rider-photos.example",
        "Host: localhost\nOrigin: http://localhost:1",
        "Host: localhost\nOrigin: null"
      })
  void demoModeAnswersNobodyElsewhere(String headers) {
    for (String path : new String[] {"/", "/v1/executions", "/health", "/prometheus"}) {
      String answer = client().exchange(head("GET " + path, headers), new byte[0]);

      assertThat(answer)
          .startsWith("HTTP/1.1 403 ")
          .containsIgnoringCase("Content-Type: application/problem+json")
          .containsIgnoringCase("X-Content-Type-Options: nosniff")
          .contains("\"code\":\"FOREIGN_");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: localhost",
        "Host: LOCALHOST:8080",
        "Host: 127.0.0.1:8080",
        "Host: [::1]:8080",
        "Host: localhost:8080\nOrigin: http://localhost:8080"
      })
  void demoModeAnswersThisMachine(String headers) {
    assertThat(client().exchange(head("GET /v1/executions", headers), new byte[0]))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /v1/riders/%", "GET /v1/riders/%zz", "GET /v1/riders/a b"})
  void aMalformedRequestIsABadRequest(String line) {
    assertThat(client().exchange(head(line, "Host: localhost"), new byte[0]))
        .matches("(?s)HTTP/1.[01] 400 .*");
  }

  @Test
  void aRequestWithoutAHostIsABadRequest() {
    assertThat(client().exchange(head("GET /v1/executions", "Accept: */*"), new byte[0]))
        .startsWith("HTTP/1.1 400 ");
  }

  @Test
  void healthTellsOfEveryBackend() {
    Answer health = client().get("/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("status")).isEqualTo("UP");
    for (Class<? extends HealthChecked> type : BACKENDS) {
      String name = SERVER.application().get(type).name();
      assertThat(health.at("details/" + name + "/status")).as(name).isEqualTo("UP");
    }
  }

  @Test
  void figuresHaveATimerForEveryStepAndACounterForEveryVerdict() {
    client().verify("figures", Photos.of(Person.ADA)).isVerified();
    client().verify("figures", Photos.nobody());

    String figures = client().get("/prometheus").text();

    for (State state : State.values()) {
      assertThat(figures)
          .containsPattern(
              "rider_photos_step_seconds_count\\{.*step=\"%s\".*} [1-9]".formatted(state.title()));
    }
    assertThat(figures)
        .containsPattern("rider_photos_executions_total\\{.*status=\"VERIFIED\".*} [1-9]")
        .containsPattern(
            "rider_photos_executions_total\\{.*reason=\"FACE_COUNT\",status=\"REJECTED\".*} [1-9]");
  }

  @Test
  void theOpenApiDocumentHasEveryRoute() {
    Answer document = client().get("/openapi/rider-photos-1.yml");

    assertThat(document.status()).isEqualTo(200);
    assertThat(document.text())
        .contains("openapi: 3.", "title: Rider Photos")
        .contains(
            "  /v1/riders/{riderId}:\n",
            "  /v1/riders/{riderId}/photo:\n",
            "  /v1/riders/{riderId}/thumbnail:\n",
            "  /v1/executions:\n",
            "  /v1/executions/{id}:\n",
            "  /v1/executions/{id}/events:\n",
            "  /v1/extractions:\n",
            "  /v1/extractions/{chainId}:\n",
            "  /v1/extractions/{chainId}/{cropId}:\n")
        .contains("multipart/form-data");
  }

  @Test
  void theOpenApiDocumentCanBeReadInAPage() {
    Answer door = client().get("/openapi");
    assertThat(door.status()).isEqualTo(303);
    assertThat(door.header("Location")).isEqualTo("/swagger-ui/index.html");

    Answer page = client().get(door.header("Location"));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    List<String> files = FILES.matcher(page.text()).results().map(MatchResult::group).toList();
    assertThat(files)
        .contains("/openapi/rider-photos-1.yml", "/swagger-ui/res/swagger-ui-bundle.js")
        .allSatisfy(file -> assertThat(client().get(file).status()).isEqualTo(200));
  }

  @Test
  void thePageAsksForAPhoto() {
    Answer page = client().get("/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(page.text())
        .contains("<form", "method=\"post\"", "enctype=\"multipart/form-data\"", "name=\"photo\"")
        .contains(
            "Demo: open to everyone on this computer",
            "<title>Verify your photo · Rider Photos</title>")
        .doesNotContain("class=\"verdict");
    assertThat(client().get("/static/rider-photos.css").header("Content-Type"))
        .startsWith("text/css");
  }

  @Test
  void thePageShowsTheVerdict() {
    String verified = send("<b>page", Person.BORIS).text();
    String again = send("<b>page", Person.BORIS).text();
    String duplicate = send("other", Person.BORIS).text();

    assertThat(verified)
        .contains("You are verified", "/v1/riders/%3Cb%3Epage/thumbnail")
        .doesNotContain("<b>page");
    assertThat(again).contains("You are verified already");
    assertThat(duplicate)
        .contains(
            "This face is already registered", "Someone is already registered with this face.");
  }

  @Test
  void thePageSaysWhatDidNotWork() {
    Form nameless = new Form().field("rider", " ").file("photo", "me.jpg", Photos.nobody());
    Form empty = new Form().field("rider", "page").file("photo", "", new byte[0]);

    for (Map.Entry<Form, String> wrong :
        Map.of(nameless, "A rider id is needed", empty, "There is no photo.").entrySet()) {
      Answer page = browser().post("/", wrong.getKey());
      assertThat(page.status()).isEqualTo(400);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).contains("Something went wrong", wrong.getValue(), "<form");
    }
  }

  private static Answer send(String rider, Person person) {
    Answer page =
        browser()
            .post("/", new Form().field("rider", rider).file("photo", "me.jpg", Photos.of(person)));
    assertThat(page.status()).isEqualTo(303);
    return client().get(page.header("Location"));
  }

  private static String head(String line, String headers) {
    return line + " HTTP/1.1\n" + headers + "\nConnection: close\n\n";
  }

  private static Browser browser() {
    return new Browser(client());
  }

  private static Client client() {
    return SERVER.client();
  }
}
