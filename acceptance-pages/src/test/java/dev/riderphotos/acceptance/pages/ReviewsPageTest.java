package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.OpenedCases;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People decide: a reviewer works through the cases, and a rider asks for one. */
class ReviewsPageTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer(Map.of("reviews.rate", "off"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private final Client client = SERVER.client();

  @BeforeEach
  void noCaseWaits() {
    OpenedCases.forget(SERVER);
  }

  @BeforeEach
  void twoRidersAreVerified() {
    if (client.get("/v1/riders/ada").status() != 200) {
      client.verify("ada", Photos.of(Person.ADA)).isVerified();
      client.verify("boris", Photos.of(Person.BORIS)).isVerified();
      client.verify("clara", Photos.of(Person.CLARA)).isVerified();
    }
  }

  @Test
  void casesAreDecidedByTheKeyboardAlone() {
    CaseId first = OpenedCases.possibleDuplicate(SERVER, "boris", "ada");
    CaseId second = OpenedCases.possibleDuplicate(SERVER, "clara", "ada");
    Page page = CHROMIUM.open("/reviews");
    assertThat(page.locator("tbody tr").first()).containsText("boris");

    page.keyboard().press("Enter"); // the button that begins has the focus
    assertThat(page).hasURL(CHROMIUM.url() + "/reviews/" + first);
    assertThat(page.locator("#keys")).isVisible();
    page.keyboard().press("1");
    assertThat(page).hasURL(CHROMIUM.url() + "/reviews/" + second + "?decided=" + first);
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("They are two people.");
    assertThat(page.locator("#keys")).isVisible();
    assertThat(client.get("/v1/reviews/" + first).at("state")).isEqualTo("DECIDED");
    page.keyboard().press("u");
    assertThat(page).hasURL(CHROMIUM.url() + "/reviews/" + first);
    assertThat(client.get("/v1/reviews/" + first).at("state")).isEqualTo("OPEN");

    page.getByLabel("Note for other reviewers").fill("1 2 3"); // decides nothing
    page.locator("h1").click();
    page.keyboard().press("4");
    assertThat(page).hasURL(CHROMIUM.url() + "/reviews/" + second + "?decided=" + first);
    assertThat(page.locator("#keys")).isVisible(); // so keys decide again
    page.keyboard().press("4");
    assertThat(page).hasURL(CHROMIUM.url() + "/reviews?decided=" + second);
    assertThat(heading(page, "No case waits")).isVisible();
  }

  @Test
  void withoutJavaScriptACaseIsDecided() {
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "clara", "boris");
    Page page = CHROMIUM.openWithoutJavaScript("/reviews/" + id);

    button(page, "Two people").click();

    assertThat(client.get("/v1/reviews/" + id).at("decision/decision")).isEqualTo("TWO_PEOPLE");
  }

  @ParameterizedTest
  @EnumSource
  void everybodyCanWorkWithIt(Device device) {
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "boris", "ada");
    Page page = CHROMIUM.open("/reviews", device.first());
    device.show(page, "reviews");
    page.navigate("/reviews/" + id);
    assertThat(page.locator(".sides img").first()).hasJSProperty("complete", true);
    device.show(page, "review");
  }

  @Test
  void aRiderAsksForAReview() {
    Page page = CHROMIUM.open("/", Look.PHONE_LIGHT);
    page.locator("#rider").fill("dora");
    page.locator("#photo")
        .setInputFiles(Hands.file("me.jpg", Photos.anotherOf(Person.BORIS).bytes()));
    button(page, "Verify me").click();
    page.getByText("Ask a person to look.").click();
    assertThat(heading(page, "Ask a person to look")).isVisible();
    Device.PHONE.show(page, "appeal");

    page.getByLabel("What should they know?").fill("He is my twin.");
    button(page, "Ask for a review").click();

    assertThat(page.getByText("You asked for a review.")).isVisible();
    assertThat(client.get("/v1/reviews?kind=APPEAL").text()).contains("He is my twin.");
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
