package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.Deliveries;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.UploadTerms;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.photo.UploadTicket;
import dev.riderphotos.photo.UploadTickets;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Consent where it is required of everyone: programs, pages and objects alike. */
class ConsentApiTest {
  private static final String OLD = "0123456789abcdef";

  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "riders.consent", "required",
              "contact.name", "Example Rides",
              "contact.email", "help@example.com",
              "privacy-url", "https://example.com/privacy"));

  private final Client client = SERVER.client();

  @Test
  void thePresentTextIsToldInTheLanguageThatIsAskedFor() {
    Answer english = client.get("/v1/consent");
    assertThat(english.textAt("asked")).isEqualTo("required");
    assertThat(english.textAt("language")).isEqualTo("en");
    assertThat(english.textAt("version")).matches("[0-9a-f]{16}");
    assertThat(english.textAt("text"))
        .contains("Your data is kept by Example Rides.", "https://example.com/privacy");

    assertThat(client.get("/v1/consent?lang=de").textAt("text")).contains("Datenschutzerklärung");
    assertThat(client.get("/v1/consent", "Accept-Language", "pt-BR").textAt("version"))
        .isEqualTo(english.textAt("versions/pt"));
  }

  @Test
  void aPhotoWithoutItIsNotTakenAndNothingIsKept() {
    Answer refused = client.post(Client.photoOf("nobody"), photo(Person.ADA)).isProblem(422);
    assertThat(refused.textAt("code")).isEqualTo("CONSENT_REQUIRED");
    Answer raw = client.verify("nobody", Photos.of(Person.ADA)).isProblem(422);
    assertThat(raw.textAt("code")).isEqualTo("CONSENT_REQUIRED");
    Answer changed =
        client
            .post(Client.photoOf("nobody"), photo(Person.ADA).field("consent", OLD))
            .isProblem(409);
    assertThat(changed.textAt("code")).isEqualTo("CONSENT_CHANGED");

    assertThat(client.get("/v1/executions?rider=nobody").listAt("executions")).isEmpty();
  }

  @Test
  void aPhotoWithItIsVerifiedAndItIsKept() {
    String version = version("de");

    Answer verified =
        client.post(
            Client.photoOf("boris") + "?wait=true", photo(Person.BORIS).field("consent", version));

    verified.isVerified();
    assertThat(verified.textAt("consent/version")).isEqualTo(version);
    assertThat(verified.textAt("consent/language")).isEqualTo("de");
    assertThat(Instant.parse(verified.textAt("consent/at"))).isBefore(Instant.now());
    Answer profile = client.get("/v1/riders/boris");
    assertThat(profile.at("consent")).isEqualTo(verified.at("consent"));
    Answer receipt = client.delete("/v1/riders/boris");
    assertThat(receipt.listAt("consents")).singleElement().isEqualTo(verified.at("consent"));
  }

  @Test
  void aPhotoInABucketIsStartedWithItOrNotAtAll() {
    PhotoRef ref = new PhotoRef("rider-photos", "somewhere/clara.jpg");
    store().put(ref, Photos.of(Person.CLARA));
    String start =
        "{\"userId\":\"clara\",\"s3Bucket\":\"rider-photos\",\"s3Key\":\"" + ref.key() + "\"";

    assertThat(client.post("/v1/executions", start + "}").isProblem(422).textAt("code"))
        .isEqualTo("CONSENT_REQUIRED");
    client
        .post("/v1/executions?wait=true", start + ",\"consent\":\"" + version("en") + "\"}")
        .isVerified();
  }

  @Test
  void anUploadedObjectSaysItInItsHeader() {
    Answer agreed = arrived("hugo", Map.of("x-amz-meta-consent", version("ar")), Person.HUGO);
    assertThat(agreed.textAt("status")).isEqualTo("VERIFIED");
    assertThat(agreed.textAt("consent/language")).isEqualTo("ar");

    Answer silent = arrived("silent", Map.of(), Person.DAVID);
    assertThat(silent.textAt("status")).isEqualTo("REJECTED");
    assertThat(silent.textAt("reasons/0/code")).isEqualTo("CONSENT_MISSING");
    assertThat(store().get(new PhotoRef("rider-photos", "riders/silent/me.jpg"))).isEmpty();

    Answer old = arrived("old", Map.of("x-amz-meta-consent", OLD), Person.DAVID);
    assertThat(old.textAt("reasons/0/code")).isEqualTo("CONSENT_MISSING");
  }

  @Test
  void aPageWithoutScriptAsksAgainWhatWasNotSaid() {
    Browser browser = new Browser(client);
    assertThat(browser.get("/").text())
        .contains("What we keep, and what for", "name=\"consent\"", version("en"))
        .contains("<a href=\"https://example.com/privacy\"", "<a href=\"mailto:help@example.com\"");

    Answer silent = browser.post("/", photo(Person.INGRID).field("rider", "ingrid"));
    assertThat(silent.status()).isEqualTo(422);
    assertThat(silent.text()).contains("We need your consent", "name=\"consent\"");
    Answer old =
        browser.post("/", photo(Person.INGRID).field("rider", "ingrid").field("consent", OLD));
    assertThat(old.status()).isEqualTo(409);
    assertThat(old.text()).contains("What you agree to has changed");
    assertThat(client.get("/v1/executions?rider=ingrid").listAt("executions")).isEmpty();

    Answer sent =
        browser.post(
            "/", photo(Person.INGRID).field("rider", "ingrid").field("consent", version("en")));
    assertThat(browser.get(sent.header("Location")).text()).contains("You are verified");
  }

  private Answer arrived(String rider, Map<String, String> said, Person person) {
    Photo photo = Photos.of(person);
    UploadTicket.Put ticket =
        SERVER
            .application()
            .get(UploadTickets.class)
            .toPut(
                new UploadTerms(
                    new PhotoRef("rider-photos", "riders/" + rider + "/me.jpg"),
                    PhotoFormat.JPEG,
                    Size.exactly(photo.size()),
                    Instant.now().plus(Duration.ofMinutes(5))));
    Map<String, String> headers = new HashMap<>(ticket.headers());
    headers.putAll(said);
    assertThat(client.send("PUT", ticket.url().toString(), headers, photo.bytes()).status())
        .isEqualTo(200);
    SERVER.application().get(Deliveries.class).deliver();
    String id = client.get("/v1/executions?rider=" + rider).textAt("executions/0/executionId");
    return client.ended(client.get("/v1/executions/" + id));
  }

  private String version(String language) {
    return client.get("/v1/consent?lang=" + language).textAt("version");
  }

  private static PhotoStore store() {
    return SERVER.application().get(PhotoStore.class);
  }

  private static Form photo(Person person) {
    return new Form().file("photo", "me.jpg", Photos.of(person));
  }
}
