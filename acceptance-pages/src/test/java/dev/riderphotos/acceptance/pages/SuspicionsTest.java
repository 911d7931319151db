package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.app.testkit.SuspectedFaces;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What a face model suspects, in secured mode: operators see all of it with its score; riders are
 * told of closed eyes, and by no door of a photo of a photo. Nothing is refused for it, however
 * strict the operator is.
 */
class SuspicionsTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "access",
              "secured",
              SuspectedFaces.PROPERTY,
              true,
              "riders.quality",
              "reject",
              "quotas.photos-per-rider-hour",
              0));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  @Test
  void aRiderIsVerifiedAndToldOfClosedEyesAlone() {
    Answer verified = send(rider("ada"), "ada", Photos.of(Person.ADA));

    verified.isVerified();
    assertForRiders(verified);
    assertThat(verified.text()).contains("EYES_CLOSED");
    assertNothingOfThePhotoAt(rider("ada"), verified.textAt("executionId"), "EYES_CLOSED");
  }

  @Test
  void aRefusalIsForAnythingElseAndItsMailSaysNothingOfIt() throws IOException {
    Answer refused = send(rider("boris"), "boris", Photos.withSunglasses(Person.BORIS));

    assertThat(refused.at("status")).isEqualTo("REJECTED");
    assertThat(refused.listAt("reasons")).hasSize(1);
    assertThat(refused.at("reasons/0/code")).isEqualTo("SUNGLASSES");
    assertForRiders(refused);
    assertNothingOfThePhotoAt(rider("boris"), refused.textAt("executionId"), "SUNGLASSES");
    assertThat(SERVER.mails())
        .anySatisfy(mail -> assertThat(mail).contains("sunglasses"))
        .allSatisfy(mail -> assertSaysNothing(mail));
  }

  @Test
  void thePageOfRidersSaysNothingOfItEither() {
    Browser rider = rider("clara");
    Form form = new Form().field("rider", "clara");
    Answer sent = rider.post("/", form.file("photo", "me.jpg", Photos.of(Person.CLARA)));
    assertThat(sent.status()).isEqualTo(303);
    Answer page = rider.get(sent.header("Location"));

    assertThat(page.text()).contains("You are verified", "Keep your eyes open.");
    assertSaysNothing(page.text());
  }

  @Test
  void aProgramThatVerifiesIsToldWhatRidersAre() {
    String key = key(Scope.VERIFY);
    Answer verified = send(program(key), "david", Photos.of(Person.DAVID));
    String execution = verified.textAt("executionId");

    assertForRiders(verified);
    assertForRiders(program(key).get("/v1/executions/" + execution));
    assertSaysNothing(program(key).get("/v1/executions/" + execution + "/events").text());
  }

  @Test
  void operatorsSeeAllOfItWithItsScore() {
    Answer sent = send(rider("elena"), "elena", Photos.of(Person.ELENA));
    String id = sent.textAt("executionId");
    Browser operator = program(key(Scope.OPERATE));

    Answer seen = operator.get("/v1/executions/" + id);
    assertThat(seen.listAt("reasons")).isEmpty();
    assertThat(seen.at("advice/1/code")).isEqualTo("EYES_CLOSED");
    assertThat(seen.at("advice/1/score")).isEqualTo(64.5);
    assertThat(seen.at("advice/2/code")).isEqualTo("PHOTO_OF_PHOTO");
    assertThat(seen.at("advice/2/score")).isEqualTo(87.5);
    assertThat(seen.at("steps/0/output/faces/0/signals/photoOfPhoto"))
        .isEqualTo(Map.of("score", 87.5, "raised", true));
    assertThat(operator.get("/v1/executions/" + id + "/events").text())
        .contains("PHOTO_OF_PHOTO", "87.5");
    assertThat(operator.get("/v1/executions?rider=elena").text()).contains("PHOTO_OF_PHOTO");
  }

  @Test
  void operatorsSeeItOnTheirPage() {
    Answer sent = send(rider("felix"), "felix", Photos.withSunglasses(Person.FELIX));
    Page page = CHROMIUM.open("/executions/" + sent.textAt("executionId"));
    page.getByLabel("Operator key").fill(key(Scope.OPERATE));
    page.keyboard().press("Enter");

    assertThat(page.locator("li:has-text('PHOTO_OF_PHOTO')"))
        .containsText("May be a photo of a photo");
    assertThat(page.locator("li:has-text('PHOTO_OF_PHOTO')")).containsText("score 87.5 of 100");
    assertThat(page.locator("li:has-text('PHOTO_OF_PHOTO')")).containsText("not held against");
    assertThat(page.locator("li:has-text('EYES_CLOSED')")).containsText("score 64.5 of 100");
    Pages.assertFlawless(page);
  }

  /** By every door at which the rider may ask for the execution. */
  private static void assertNothingOfThePhotoAt(Browser rider, String id, String told) {
    Answer execution = rider.get("/v1/executions/" + id);
    assertThat(execution.text()).contains(told);
    assertForRiders(execution);
    String events = rider.get("/v1/executions/" + id + "/events").text();
    assertThat(events).contains("data:");
    assertSaysNothing(events);
    assertSaysNothing(rider.get("/?execution=" + id).text());
    assertThat(rider.get("/executions/" + id).status()).isIn(303, 403);
  }

  private static void assertForRiders(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    assertSaysNothing(answer.text());
  }

  private static void assertSaysNothing(String text) {
    assertThat(text)
        .doesNotContainIgnoringCase("PHOTO_OF_PHOTO")
        .doesNotContainIgnoringCase("photoOfPhoto")
        .doesNotContainIgnoringCase("photo of a photo")
        .doesNotContain("signals", "score", "87.5", "64.5");
  }

  private static Answer send(Browser browser, String rider, Photo photo) {
    return browser.send("POST", Client.photoOf(rider) + "?wait=true", "image/jpeg", photo.bytes());
  }

  private static Browser rider(String rider) {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    Browser browser =
        new Browser(SERVER.client()).with("Origin", "http://localhost:" + SERVER.client().port());
    String token = links.issue(new RiderId(rider), Duration.ofHours(1)).token();
    assertThat(browser.get("/link?token=" + token).status()).isEqualTo(303);
    return browser;
  }

  private static Browser program(String key) {
    return new Browser(SERVER.client()).with("X-Api-Key", key);
  }

  private static String key(Scope scope) {
    return SERVER
        .application()
        .get(CreateApiKey.class)
        .create("test", Set.of(scope))
        .secret()
        .reveal();
  }
}
