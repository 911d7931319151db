package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.Handovers;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.access.Session;
import dev.riderphotos.access.Sessions;
import dev.riderphotos.app.server.WishedErasures;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ErasureWishes;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.SubmitRiderPhoto;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Riders who want to be erased while a photo of theirs is verified. */
class ErasureUnderWayTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @Test
  void nothingIsLeftAndNothingOpensOnceTheVerificationEnds() throws IOException {
    RiderId rider = new RiderId("leaving");
    String link = token(rider);
    Browser browser = opened(link);
    String code = photographedCode(link);
    Execution running = begun(rider, Photos.of(Person.ADA));

    Answer wish = browser.send("POST", "/v1/riders/leaving/erasure", "", new byte[0]);

    assertThat(wish.status()).as(wish.text()).isEqualTo(202);
    assertThat(wish.at("status")).isEqualTo("WAITING");
    String address = wish.header("Location");
    assertThat(new Browser(client()).get(address).at("status")).isEqualTo("WAITING");
    assertRefused(link, browser, code);
    assertThat(
            operators("POST", Client.photoOf("leaving"), Photos.of(Person.BORIS))
                .isProblem(409)
                .textAt("code"))
        .isEqualTo("BEING_ERASED");

    assertThat(SERVER.application().get(ExecutionRunner.class).run(running.id()).join().status())
        .isEqualTo(Status.VERIFIED);

    Answer done = new Browser(client()).get(address);
    assertThat(done.at("status")).as(done.text()).isEqualTo("DONE");
    assertThat(done.at("receipt/profile")).isEqualTo(true);
    assertThat(done.at("receipt/executions")).isEqualTo(1);
    assertThat(done.at("receipt/photos")).isEqualTo(2);
    nothingIsLeft(rider, running.submission().photo());
    assertRefused(link, browser, code);
  }

  @Test
  void whatEndsElsewhereIsSeenToInTheBackground() throws IOException {
    SERVER.application().get(WishedErasures.class).start();
    RiderId rider = new RiderId("left");
    Execution running = begun(rider, Photos.of(Person.CLARA));
    Answer wish = operators("DELETE", "/v1/riders/left", null);
    assertThat(wish.status()).isEqualTo(202);

    SERVER
        .application()
        .get(Executions.class)
        .save(running.failed("on purpose").ended(Status.FAILED, true, Instant.now()));

    Answer now;
    do {
      now = new Browser(client()).get(wish.header("Location"));
    } while ("WAITING".equals(now.at("status")));
    assertThat(now.at("receipt/executions")).as(now.text()).isEqualTo(1);
    nothingIsLeft(rider, running.submission().photo());
  }

  @Test
  void onlyWhoHasTheAddressHearsOfIt() {
    new Browser(client()).get("/v1/erasure").isProblem(404);
    new Browser(client()).get("/v1/erasure?token=" + token(new RiderId("x"))).isProblem(404);
    assertThat(new Browser(client()).get("/erasure?token=a.b").status()).isEqualTo(404);
  }

  private static void assertRefused(String link, Browser oldSession, String code) {
    oldSession.get("/v1/riders/leaving").isProblem(401);
    assertThat(oldSession.get("/").header("Location")).contains("/sign-in");
    assertThat(new Browser(client()).get("/link?token=" + link).status()).isEqualTo(403);
    assertThat(new Browser(client()).get("/link?token=" + code).status()).isEqualTo(403);
  }

  private static void nothingIsLeft(RiderId rider, PhotoRef photo) throws IOException {
    String path = "/v1/riders/" + rider.value();
    operators("GET", path, null).isProblem(404);
    assertThat(operators("GET", "/v1/executions?rider=" + rider.value(), null).listAt("executions"))
        .isEmpty();
    PhotoStore photos = SERVER.application().get(PhotoStore.class);
    assertThat(photos.get(photo)).isEmpty();
    assertThat(photos.get(photo.sibling("rider-thumbnails", "resized-"))).isEmpty();
    assertThat(SERVER.application().get(ErasureWishes.class).all()).isEmpty();
    assertThat(SERVER.mails()).noneMatch(mail -> mail.contains(rider.value()));
  }

  /** Begun, and not run: it is being verified until the test has it run. */
  private static Execution begun(RiderId rider, Photo photo) {
    return SERVER
        .application()
        .get(SubmitRiderPhoto.class)
        .submit(rider, "me.jpg", photo, false, null);
  }

  private static Browser opened(String link) {
    Browser browser = new Browser(client());
    assertThat(browser.get("/link?token=" + link).status()).isEqualTo(303);
    return browser.with("Origin", "http://localhost:" + client().port());
  }

  /** What somebody has who took a picture of the code at the desk. */
  private static String photographedCode(String link) {
    RiderLinks.Opened opened = SERVER.application().get(RiderLinks.class).open(link);
    Session.OfRider session =
        SERVER
            .application()
            .get(Sessions.class)
            .begin(((RiderLinks.Opened.Admitted) opened).link());
    return SERVER.application().get(Handovers.class).issue(session);
  }

  private static String token(RiderId rider) {
    return SERVER.application().get(RiderLinks.class).issue(rider, Duration.ofHours(1)).token();
  }

  private static Answer operators(String method, String path, @Nullable Photo photo) {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    String key = creation.create("test", Set.of(Scope.OPERATE)).secret().reveal();
    return photo == null
        ? client().send(method, path, Map.of("X-Api-Key", key), new byte[0])
        : client()
            .send(
                method,
                path,
                Map.of("X-Api-Key", key, "Content-Type", "image/jpeg"),
                photo.bytes());
  }

  private static Client client() {
    return SERVER.client();
  }
}
