package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Handovers;
import dev.riderphotos.access.RiderLink;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.RiderLinks.Opened;
import dev.riderphotos.access.Scope;
import dev.riderphotos.access.Session;
import dev.riderphotos.access.Sessions;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Journals;
import dev.riderphotos.testkit.Photos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What riders see of themselves by their link: how things stand, what is kept, and its end. */
class RidersOwnDataTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  private static final String TOO_OLD = "LINK_OPENED_LONG_AGO";

  @Test
  void whoComesBackMeetsHowThingsStand() {
    Browser ada = opened("ada");
    assertThat(ada.get("/").text()).contains("<title>Verify your photo");

    verify(ada, "ada", Person.ADA);

    assertThat(ada.get("/").text())
        .contains("<title>You are verified", "Verified since", "/v1/riders/ada/thumbnail")
        .contains("Renew my photo", "What is kept of me")
        .doesNotContain("id=\"selfie\"");
    assertThat(ada.get("/?renew=true").text())
        .contains("<title>Renew your photo", "name=\"renew\"", "id=\"selfie\"");
  }

  @Test
  void aPhotoIsRenewedByItsRider() {
    Browser david = opened("david");
    verify(david, "david", Person.DAVID);

    Form form =
        new Form()
            .field("rider", "david")
            .field("renew", "true")
            .file("photo", "b.jpg", Photos.anotherOf(Person.DAVID));
    Answer sent = david.post("/", form);

    assertThat(david.get(sent.header("Location")).text()).contains("<title>You are verified");
  }

  @Test
  void onesOwnFaceAgainIsNoRefusalOnThePage() {
    Browser thirteenth = opened("thirteenth");
    verify(thirteenth, "thirteenth", Person.MAYA);
    Form form =
        new Form()
            .field("rider", "thirteenth")
            .file("photo", "b.jpg", Photos.anotherOf(Person.MAYA));

    Answer sent = thirteenth.post("/", form);

    assertThat(thirteenth.get(sent.header("Location")).text())
        .contains(
            "<title>You are verified already", "Renew my photo", "/v1/riders/thirteenth/thumbnail")
        .doesNotContain("id=\"selfie\"", "ALREADY_REGISTERED");
    assertThat(thirteenth.get("/").text()).contains("<title>You are verified", "Verified since");
  }

  @Test
  void anothersFaceLeavesTheRiderVerified() {
    Browser fourteenth = opened("fourteenth");
    verify(fourteenth, "fourteenth", Person.NIKO);
    Form form =
        new Form().field("rider", "fourteenth").file("photo", "b.jpg", Photos.of(Person.OLIVIA));

    Answer sent = fourteenth.post("/", form);

    assertThat(fourteenth.get(sent.header("Location")).text())
        .contains("<title>This is not the face you registered")
        .contains("You are still verified with your earlier photo.");
  }

  @Test
  void aRefusalStaysToBeReadAndTheEarlierPhotoCounts() {
    Browser elena = opened("elena");
    verify(elena, "elena", Person.ELENA);
    send(elena, "elena", new Form().file("photo", "me.jpg", Photos.withSunglasses(Person.ELENA)));

    assertThat(elena.get("/").text())
        .contains("<title>Please send another photo", "You are wearing sunglasses.")
        .contains("You are still verified with your earlier photo.", "data:image/jpeg;base64,");
  }

  @Test
  void whatGoesOnHasItsOwnAddress() {
    Execution running = Journals.running(new RiderId("waiting"), Instant.now());
    SERVER.application().get(Executions.class).start(running);

    Answer page = opened("waiting").get("/");

    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("Location")).isEqualTo("/?execution=" + running.id());
    assertThat(opened("waiting").get(page.header("Location")).text())
        .contains("data-status=\"RUNNING\"", "You may close this page.");
  }

  @Test
  void allThatIsKeptCanBeDownloaded() throws IOException {
    Browser boris = opened("boris");
    verify(boris, "boris", Person.BORIS);
    send(boris, "boris", new Form().file("photo", "me.jpg", Photos.withSunglasses(Person.BORIS)));
    assertThat(boris.get("/riders/boris/kept").text())
        .contains("<rect", "Download all of it", "Delete my data");

    Answer data = boris.get("/v1/riders/boris/data");

    assertThat(data.status()).isEqualTo(200);
    assertThat(data.header("Content-Type")).isEqualTo("application/zip");
    Map<String, byte[]> files = unzipped(data.body());
    assertThat(files.keySet())
        .contains("profile.json", "face.json", "executions.json", "photo.jpg", "thumbnail.jpg")
        .contains("links.json")
        .hasSize(7)
        .anyMatch(name -> name.startsWith("photos/"));
    assertThat(files.get("photo.jpg")).isEqualTo(Photos.of(Person.BORIS).bytes());
    assertThat(new String(files.getOrDefault("face.json", new byte[0])).split(",")).hasSize(128);
    assertThat(new String(files.getOrDefault("executions.json", new byte[0])))
        .contains("SUNGLASSES", "VERIFIED");
  }

  @Test
  void ofARiderWhoIsNotKnownNothingIsKept() throws IOException {
    Browser stranger = opened("stranger");

    assertThat(unzipped(stranger.get("/v1/riders/stranger/data").body()))
        .containsOnlyKeys("executions.json", "links.json");
    assertThat(stranger.get("/riders/stranger/kept").text()).contains("There are none.");
  }

  @Test
  void whoDeletesIsAskedTwiceAndNothingOpensAfterwards() {
    String token = token("clara");
    Browser clara = new Browser(client());
    clara.get("/link?token=" + token);
    verify(clara, "clara", Person.CLARA);
    String path = "/riders/clara/delete";
    assertThat(clara.get(path).text()).contains("Yes, delete all of it");
    assertThat(clara.post(path, path, Map.of()).text()).contains("aria-invalid=\"true\"");
    assertThat(clara.get("/v1/riders/clara").status()).isEqualTo(200);

    assertThat(clara.post(path, path, Map.of("sure", "true")).text())
        .contains("Receipt", "clara")
        .doesNotContain("All executions");

    assertThat(clara.get("/").header("Location")).contains("/sign-in");
    assertThat(new Browser(client()).get("/link?token=" + token).status()).isEqualTo(403);
    assertThat(operators("GET", "/v1/riders/clara").status()).isEqualTo(404);
    assertThat(operators("GET", "/v1/executions?rider=clara").listAt("executions")).isEmpty();
  }

  @Test
  void theSameByTheApi() {
    Browser felix = opened("felix");
    verify(felix, "felix", Person.FELIX);
    felix.with("Origin", "http://localhost:" + client().port());

    Answer receipt = felix.send("POST", "/v1/riders/felix/erasure", "", new byte[0]);

    assertThat(receipt.status()).isEqualTo(200);
    assertThat(receipt.at("profile")).isEqualTo(true);
    assertThat(receipt.at("executions")).isEqualTo(1);
    felix.get("/v1/riders/felix").isProblem(401);
  }

  @Test
  void anOperatorMayEraseThatWayToo() {
    assertThat(operators("POST", "/v1/riders/nobody/erasure").at("executions")).isEqualTo(0);
  }

  @Test
  void aLinkThatWasOpenedLongAgoShowsButNeitherDownloadsNorDeletes() {
    Browser old = openedLongAgo("greta");

    assertThat(old.get("/riders/greta/kept").text())
        .contains("open your link again")
        .doesNotContain("Download all of it");
    assertThat(old.get("/v1/riders/greta/data").isProblem(403).textAt("code")).isEqualTo(TOO_OLD);
    assertThat(old.get("/riders/greta/delete").status()).isEqualTo(403);
    old.with("Origin", "http://localhost:" + client().port());
    Answer refused = old.send("POST", "/v1/riders/greta/erasure", "", new byte[0]);
    assertThat(refused.isProblem(403).textAt("code")).isEqualTo(TOO_OLD);
  }

  @Test
  void anothersDataStaysClosed() {
    Browser hugo = opened("hugo");
    hugo.with("Origin", "http://localhost:" + client().port());

    hugo.get("/v1/riders/ada/data").isProblem(403);
    hugo.get("/v1/riders/ada/events").isProblem(403);
    hugo.send("POST", "/v1/riders/ada/erasure", "", new byte[0]).isProblem(403);
    assertThat(hugo.get("/riders/ada/kept").status()).isEqualTo(403);
    assertThat(hugo.get("/riders/ada/delete").status()).isEqualTo(403);
  }

  @Test
  void eventsTellHowThingsStandNow() throws IOException, InterruptedException {
    Browser ingrid = opened("ingrid");
    verify(ingrid, "ingrid", Person.INGRID);
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + client().port() + "/v1/riders/ingrid/events"))
            .header("X-Api-Key", key())
            .build();

    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
            .hasValueSatisfying(
                event ->
                    assertThat(event)
                        .contains("\"verified\":true", "\"verifiedAt\"", "\"VERIFIED\""));
      }
      http.shutdownNow();
    }
  }

  @Test
  void ofPhonesThatOpenACodeAtTheSameMomentOneGoesOn() throws Exception {
    Opened opened = SERVER.application().get(RiderLinks.class).open(token("desk"));
    Session.OfRider session =
        SERVER.application().get(Sessions.class).begin(((Opened.Admitted) opened).link());
    String code = SERVER.application().get(Handovers.class).issue(session);
    CountDownLatch together = new CountDownLatch(1);
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> phone =
          () -> {
            together.await();
            return new Browser(client()).get("/link?token=" + code).status();
          };
      List<Future<Integer>> answers = Stream.generate(() -> phones.submit(phone)).limit(8).toList();
      together.countDown();
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> answer : answers) {
        statuses.add(answer.get());
      }
      assertThat(statuses).containsOnlyOnce(303).contains(403);
    }
  }

  private static void verify(Browser browser, String rider, Person person) {
    send(browser, rider, new Form().file("photo", "me.jpg", Photos.of(person)));
    assertThat(operators("GET", "/v1/riders/" + rider).status()).isEqualTo(200);
  }

  private static void send(Browser browser, String rider, Form form) {
    assertThat(browser.post("/", form.field("rider", rider)).status()).isEqualTo(303);
  }

  private static Browser opened(String rider) {
    Browser browser = new Browser(client());
    assertThat(browser.get("/link?token=" + token(rider)).status()).isEqualTo(303);
    return browser;
  }

  private static Browser openedLongAgo(String rider) {
    Opened link = SERVER.application().get(RiderLinks.class).open(token(rider));
    RiderLink opened = ((Opened.Admitted) link).link();
    Instant then = Instant.now().minus(Duration.ofHours(2));
    Browser browser = new Browser(client());
    browser
        .cookies()
        .put(
            "rider-photos-session",
            SERVER.application().get(Sessions.class).write(new Session.OfRider(opened, then)));
    return browser;
  }

  private static String token(String rider) {
    return SERVER
        .application()
        .get(RiderLinks.class)
        .issue(new RiderId(rider), Duration.ofHours(3))
        .token();
  }

  private static String key() {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    return creation.create("test", Set.of(Scope.OPERATE)).secret().reveal();
  }

  private static Answer operators(String method, String path) {
    return client().send(method, path, Map.of("X-Api-Key", key()), new byte[0]);
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static Client client() {
    return SERVER.client();
  }
}
