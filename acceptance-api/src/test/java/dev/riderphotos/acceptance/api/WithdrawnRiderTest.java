package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.OpenedCases;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reviewer finds that two riders are one person: what the later one meets then. */
class WithdrawnRiderTest {
  @RegisterExtension
  static final RunningServer SERVER =
      new RunningServer(Map.of("access", "secured", "reviews.rate", "off"));

  private static final String REVIEWS = "/v1/reviews/";

  private final Client client = SERVER.client();
  private final String key =
      SERVER
          .application()
          .get(CreateApiKey.class)
          .create("reviewer", Set.of(Scope.REVIEW))
          .secret()
          .reveal();

  @Test
  void whoIsWithdrawnIsToldSoAndMayAppeal() {
    Browser ada = verified("adelheid", Person.ADA);
    Browser boris = verified("boris", Person.BORIS);
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "boris", "adelheid");
    String version = reviewer("GET", REVIEWS + id, "").textAt("version");

    Answer decided =
        reviewer(
            "POST",
            REVIEWS + id + "/decisions",
            "{\"decision\":\"ONE_PERSON\",\"version\":\"" + version + "\",\"now\":true}");
    assertThat(decided.at("state")).as(decided.text()).isEqualTo("DECIDED");
    OpenedCases.carryOut(SERVER, id);

    String page = boris.get("/").text();
    assertThat(page)
        .contains("<title>Your registration was withdrawn", "under another account", "/appeal?")
        .doesNotContain("adelheid");
    assertThat(ada.get("/").text()).contains("<title>You are verified");
    assertThat(boris.get("/appeal" + page.replaceFirst("(?s).*/appeal([^\"]+)\".*", "$1")).text())
        .contains("Ask for a review");
    assertThat(reviewer("GET", "/v1/executions", "").status()).isEqualTo(403);
  }

  private Browser verified(String rider, Person person) {
    Browser browser = new Browser(client);
    String token =
        SERVER
            .application()
            .get(RiderLinks.class)
            .issue(new RiderId(rider), Duration.ofHours(1))
            .token();
    assertThat(browser.get("/link?token=" + token).status()).isEqualTo(303);
    Form form = new Form().field("rider", rider).file("photo", "a.jpg", Photos.of(person));
    Answer sent = browser.post("/", form);
    assertThat(browser.get(sent.header("Location")).text()).contains("<title>You are verified");
    return browser;
  }

  private Answer reviewer(String method, String path, String json) {
    return client.send(
        method,
        path,
        Map.of("X-Api-Key", key, "Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }
}
