package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Folders;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What riders and programs may send in secured mode, and how much of it. */
class QuotasApiTest {
  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] NO_PICTURE = "no picture at all".getBytes(UTF_8);

  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "access", "secured",
              "quotas.photos-per-rider-hour", 3,
              "quotas.tickets-per-caller-hour", 2,
              "quotas.bytes-per-caller-day", "20MB",
              "quotas.mails-per-rider-day", 1));

  @Test
  void aRiderSendsSoManyPhotosAnHour() {
    Map<String, String> program = program();
    for (int sent = 0; sent < 3; sent++) {
      assertThat(send("eager", program, NO_PICTURE).status()).isEqualTo(200);
    }

    Answer refused = send("eager", program, NO_PICTURE).isProblem(429);

    assertThat(refused.textAt("code")).isEqualTo("TOO_MANY_PHOTOS");
    assertThat(refused.textAt("detail"))
        .startsWith("This rider has sent too many photos in an hour. Try again in ");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 1_200);
    assertThat(send("calm", program, NO_PICTURE).status()).isEqualTo(200);
  }

  @Test
  void aCallerGetsSoManyTicketsAnHour() {
    Map<String, String> one = key(Scope.OPERATE);
    byte[] drink = "{\"barName\":\"Joe's\",\"drinkName\":\"Sour\"}".getBytes(UTF_8);
    for (int asked = 0; asked < 2; asked++) {
      assertThat(ticket(one, drink).status()).isEqualTo(201);
    }

    Answer refused = ticket(one, drink).isProblem(429);

    assertThat(refused.textAt("code")).isEqualTo("TOO_MANY_TICKETS");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(ticket(key(Scope.OPERATE), drink).status()).isEqualTo(201);
  }

  @Test
  void aCallerSendsSoManyBytesADay() {
    Map<String, String> one = program();
    byte[] large = new byte[12 * MEGABYTE];
    assertThat(send("large-1", one, large).status()).isEqualTo(200);

    Answer refused = heard(() -> send("large-2", one, large)).isProblem(429);

    assertThat(refused.textAt("code")).isEqualTo("TOO_MANY_BYTES");
    assertThat(refused.header("Retry-After")).isNotEmpty();
    assertThat(send("large-2", program(), large).status()).isEqualTo(200);
  }

  @Test
  void aRiderGetsSoManyMailsADayAndEveryVerdict() throws IOException {
    Map<String, String> program = program();
    int before = mails("mailed");

    Answer first = send("mailed", program, NO_PICTURE);
    Answer second = send("mailed", program, NO_PICTURE);

    assertThat(first.at("steps/1/status")).isEqualTo("SUCCEEDED");
    assertThat(second.at("status")).isEqualTo("REJECTED");
    assertThat(second.textAt("steps/1/error")).contains("quotas.mails-per-rider-day");
    assertThat(mails("mailed")).isEqualTo(before + 1);
  }

  @Test
  void whatIsNoPhotoIsNotKept() throws IOException {
    int before = objects();

    assertThat(send("text", program(), NO_PICTURE).at("status")).isEqualTo("REJECTED");

    assertThat(objects()).isEqualTo(before);
  }

  @Test
  void aProgramVerifiesForAllRidersAndReadsHowItWent() {
    Map<String, String> program = program();
    Answer verified = send("by-program", program, Photos.of(Person.ADA).bytes());
    verified.isVerified();
    String execution = "/v1/executions/" + verified.textAt("executionId");

    assertThat(get(execution, program).at("status")).isEqualTo("VERIFIED");
    for (String path : new String[] {"/v1/executions", "/v1/riders/by-program", "/prometheus"}) {
      get(path, program).isProblem(403);
    }
    client().send("DELETE", "/v1/riders/by-program", program, new byte[0]).isProblem(403);
    client().send("POST", execution + "/redrive", program, new byte[0]).isProblem(403);
  }

  @Test
  void wordGoesWhereTheLinkSaysAndNowhereElse() throws IOException {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    EmailAddress email = new EmailAddress("boris@example.com");
    String token = links.issue(new RiderId("boris"), email, Duration.ofHours(1)).token();
    Browser browser = new Browser(client());
    assertThat(browser.get("/link?token=" + token).status()).isEqualTo(303);
    browser.with("Origin", "http://localhost:" + client().port());
    String path = Client.photoOf("boris") + "?wait=true";

    Answer refused =
        browser.send("POST", path + "&email=eve@example.com", "image/jpeg", NO_PICTURE);
    Answer judged = browser.send("POST", path, "image/jpeg", NO_PICTURE);

    assertThat(refused.isProblem(403).textAt("code")).isEqualTo("EMAIL_BY_LINK");
    assertThat(judged.at("status")).isEqualTo("REJECTED");
    assertThat(mails("boris@example.com")).isEqualTo(1);
  }

  /**
   * Who is refused while still sending may find the connection closed before the answer is read, as
   * HTTP has it, and asks again.
   */
  private static Answer heard(Supplier<Answer> sending) {
    for (int tries = 1; ; tries++) {
      try {
        return sending.get();
      } catch (UncheckedIOException closed) {
        if (tries == 20) {
          throw closed;
        }
      }
    }
  }

  private static Answer send(String rider, Map<String, String> headers, byte[] photo) {
    return client().send("POST", Client.photoOf(rider) + "?wait=true", headers, photo);
  }

  private static Answer get(String path, Map<String, String> headers) {
    return client().send("GET", path, headers, new byte[0]);
  }

  private static Answer ticket(Map<String, String> headers, byte[] drink) {
    return client().send("POST", "/v1/drink-photos/uploads", headers, drink);
  }

  private static int mails(String to) throws IOException {
    return (int)
        Folders.files(SERVER.data().resolve("mailbox")).stream()
            .filter(
                mail -> Folders.text(SERVER.data().resolve("mailbox").resolve(mail)).contains(to))
            .count();
  }

  private static int objects() throws IOException {
    return Folders.files(SERVER.data().resolve("buckets")).size();
  }

  /** A program's key, made for the test alone: its share is nobody else's. */
  private static Map<String, String> program() {
    return key(Scope.VERIFY);
  }

  private static Map<String, String> key(Scope scope) {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    return Map.of("X-Api-Key", creation.create("test", Set.of(scope)).secret().reveal());
  }

  private static Client client() {
    return SERVER.client();
  }
}
