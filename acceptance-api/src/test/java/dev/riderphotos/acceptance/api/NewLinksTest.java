package dev.riderphotos.acceptance.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A link that has expired leads to a new one, by way of an operator. */
class NewLinksTest {
  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  private static final Pattern LINK = Pattern.compile("/link\\?token=[A-Za-z0-9._-]+");

  @Test
  void anExpiredLinkIsAskedByAnsweredAndARiderIsVerifiedByTheNewOne() {
    String old = expired("ada", null).token();
    Browser browser = new Browser(client());
    Answer page = browser.get("/link?token=" + old);
    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text()).contains("This link has expired", "Ask for a new link");

    Answer asked = ask(browser, old);

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.text()).contains("You have asked for a new link");
    assertThat(LINK.matcher(asked.text()).find()).as("nothing for who asks").isFalse();
    assertThat(operators("GET", "/v1/link-requests").listAt("requests"))
        .filteredOn(request -> "ada".equals(((Map<?, ?>) request).get("riderId")))
        .hasSize(1);

    Answer given = operators("POST", "/v1/link-requests/ada");
    assertThat(given.at("sentTo")).isNull();
    String link = found(given.textAt("link"));
    operators("POST", "/v1/link-requests/ada").isProblem(404);

    Browser renewed = new Browser(client());
    assertThat(renewed.get(link).status()).isEqualTo(303);
    Form form = new Form().field("rider", "ada").file("photo", "me.jpg", Photos.of(Person.ADA));
    assertThat(renewed.get(renewed.post("/", form).header("Location")).text())
        .contains("You are verified");
  }

  @Test
  void byMailInTheLanguageThatItWasAskedIn() throws IOException, MessagingException {
    String old = expired("boris", new EmailAddress("boris@example.com")).token();
    Browser browser = new Browser(client()).with("Accept-Language", "ar");
    assertThat(ask(browser, old).text()).contains("dir=\"rtl\"");

    Browser operator = new Browser(client()).signIn(key());
    assertThat(operator.get("/riders").text())
        .contains("Asked for a new link", "boris@example.com");
    Answer given = operator.post("/riders", "/riders/boris/link", Map.of());

    assertThat(given.text()).contains("by mail to boris@example.com");
    assertThat(LINK.matcher(given.text()).find()).isFalse();
    assertThat(operator.get("/riders").text()).doesNotContain("boris@example.com");
    MimeMessage mail = mailTo("boris@example.com");
    assertThat(mail.getSubject()).isEqualTo("رابطك الجديد");
    assertThat(new Browser(client()).get(found(mail.getContent().toString())).status())
        .isEqualTo(303);
  }

  @Test
  void anOperatorHandsItOverAtThePage() {
    String old = expired("clara", null).token();
    assertThat(ask(new Browser(client()), old).status()).isEqualTo(200);

    Browser operator = new Browser(client()).signIn(key());
    Answer given = operator.post("/riders", "/riders/clara/link", Map.of());

    assertThat(given.text()).contains("Hand this link over to rider clara");
    assertThat(new Browser(client()).get(found(given.text())).status()).isEqualTo(303);
  }

  @Test
  void whoseLinkIsForgedOrRevokedReadsNotWhy() {
    RiderLinks.Issued revoked = expired("david", null);
    assertThat(SERVER.application().get(RevokeLinks.class).revoke(revoked.id())).isTrue();
    String good = issue("david", null, Duration.ofHours(1)).token();
    String expired = expired("elena", null).token();

    for (String token : new String[] {revoked.token(), good + "0", "", "x"}) {
      Browser browser = new Browser(client());
      Answer page = browser.get("/link?token=" + token);
      assertThat(page.status()).isEqualTo(403);
      assertThat(page.text())
          .contains("This link does not work")
          .doesNotContain("Ask for a new link", "revoked", "ended");

      browser.get("/link?token=" + expired); // for a form of ours
      Answer refused =
          browser.post("/link?token=" + expired, "/link/request", Map.of("token", token));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text()).contains("This link does not work");
    }
    assertThat(operators("GET", "/v1/link-requests").text())
        .doesNotContain("\"david\"", "\"elena\"");
  }

  @Test
  void aFormOfSomebodyElsesAsksForNothing() {
    String old = expired("felix", null).token();

    Answer refused = new Browser(client()).post("/link/request", Map.of("token", old));

    assertThat(refused.status()).isEqualTo(403);
    assertThat(operators("GET", "/v1/link-requests").text()).doesNotContain("\"felix\"");
  }

  @Test
  void whatIsLeftUnansweredAndWhoIsErasedIsForgotten() {
    ask(new Browser(client()), expired("greta", null).token());
    assertThat(operators("DELETE", "/v1/link-requests/greta").status()).isEqualTo(204);
    operators("POST", "/v1/link-requests/greta").isProblem(404);

    ask(new Browser(client()), expired("hugo", null).token());
    assertThat(operators("DELETE", "/v1/riders/hugo").status()).isEqualTo(200);
    operators("POST", "/v1/link-requests/hugo").isProblem(404);
  }

  private static Answer ask(Browser browser, String token) {
    return browser.post("/link?token=" + token, "/link/request", Map.of("token", token));
  }

  private static RiderLinks.Issued expired(String rider, @Nullable EmailAddress email) {
    return issue(rider, email, Duration.ofNanos(1));
  }

  private static RiderLinks.Issued issue(
      String rider, @Nullable EmailAddress email, Duration validFor) {
    return SERVER.application().get(RiderLinks.class).issue(new RiderId(rider), email, validFor);
  }

  private static String found(String text) {
    Matcher link = LINK.matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group();
  }

  private static MimeMessage mailTo(String address) throws IOException, MessagingException {
    String mail =
        SERVER.mails().stream().filter(each -> each.contains(address)).findFirst().orElseThrow();
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(UTF_8)));
  }

  private static String key() {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    return creation.create("test", Set.of(Scope.OPERATE)).secret().reveal();
  }

  private static Answer operators(String method, String path) {
    return client().send(method, path, Map.of("X-Api-Key", key()), new byte[0]);
  }

  private static Client client() {
    return SERVER.client();
  }
}
