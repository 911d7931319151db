package dev.riderphotos.acceptance.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for pages whoever looks at them. */
class EveryonesPagesTest {
  private static final Pattern ASSET = Pattern.compile("(/assets/[0-9a-f]{16}/)[a-z/.-]+");
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

  @RegisterExtension
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @ParameterizedTest
  @ValueSource(strings = {"/nosuch", "/bikes", "/riders/a/b/c"})
  void anUnknownAddressIsAPageInABrowserAndAProblemElsewhere(String path) {
    Answer page = client().get(path, "Accept", HTML);
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("<title>Something went wrong", "Go to the first page");

    client().get(path).isProblem(404);
  }

  @Test
  void theUnknownIsSaidInTheVisitorsLanguage() {
    Answer page = client().get("/nosuch?lang=de", "Accept", HTML);

    assertThat(page.text()).contains("lang=\"de\"", "Das gibt es hier nicht.");
  }

  @Test
  void aRiderIsToldThatAPageIsForOperators() {
    Browser ada = new Browser(client());
    ada.get("/link?token=" + token());

    Answer page = ada.get(ada.get("/executions").header("Location"));

    assertThat(page.status()).isEqualTo(403);
    assertThat(page.text())
        .contains("This page is for operators", "You are signed in as ada.", "Go to my page")
        .doesNotContain("name=\"key\"");
    assertThat(ada.get("/sign-in?operator=true").text()).contains("name=\"key\"");
  }

  @Test
  void stylesAndScriptsAreKeptForGoodUnderTheirOwnAddress() {
    String page = client().get("/drinks").text();
    Matcher asset = ASSET.matcher(page);
    assertThat(asset.find()).isTrue();
    assertThat(page).doesNotContain("\"/static/");

    Answer file = client().get(asset.group());

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    Answer script = client().get(asset.group(1) + "shared/texts.js");
    assertThat(script.header("Content-Type")).contains("javascript");
    assertThat(client().get("/assets/0123456789abcdef/rider-photos.css").header("Cache-Control"))
        .isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.css", "..%2fapplication.yml", "%2e%2e/x.css", ".css", "A.css"})
  void nothingElseIsThere(String name) {
    client().get("/assets/0/" + name).isProblem(404);
  }

  private static String token() {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    return links.issue(new RiderId("ada"), Duration.ofHours(1)).token();
  }

  private static Client client() {
    return SERVER.client();
  }
}
