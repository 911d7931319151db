package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Riders agree to what is kept before they take a photo or choose one. */
class ConsentTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(
          Map.of(
              "riders.consent", "page",
              "contact.name", "Example Rides",
              "contact.email", "help@example.com",
              "privacy-url", "https://example.com/privacy"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  @Test
  void aButtonThatAgreesOpensTheWayToTheCamera() {
    Page page = CHROMIUM.open("/", Look.PHONE_LIGHT);
    page.locator("#rider").fill("ada");
    assertThat(page.locator("#agreement")).containsText("Your data is kept by Example Rides.");
    assertThat(page.locator("#agree-box")).isHidden();
    assertThat(button(page, "Take a photo")).isHidden();
    assertThat(button(page, "Verify me")).isHidden();
    Pages.assertFlawless(page);
    Pages.photograph(page, "consent-phone-light");

    button(page, "I agree").click();

    assertThat(button(page, "Take a photo")).isFocused();
    assertThat(page.locator("#agreement .done")).isVisible();
    assertThat(page.locator("#agreement .asks")).isHidden();
    Pages.assertFlawless(page);
    Pages.photograph(page, "consent-given-phone-light");
    choose(page, Photos.of(Person.ADA));
    button(page, "Verify me").click();
    assertThat(page.getByRole(AriaRole.HEADING, named("You are verified"))).isFocused();
    assertThat(SERVER.client().get("/v1/riders/ada").textAt("consent/version"))
        .isEqualTo(SERVER.client().get("/v1/consent").textAt("version"));

    button(page, "Verify someone else").click(); // who is asked, too
    assertThat(button(page, "I agree")).isFocused();
    assertThat(button(page, "Take a photo")).isHidden();
  }

  @Test
  void nothingIsTakenOrSentBefore() {
    Page page = CHROMIUM.open("/");
    page.locator("body")
        .evaluate(
            "(body, data) => body.dispatchEvent("
                + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true}))",
            Hands.transfer(page, "me.jpg", Photos.of(Person.ADA)));
    assertThat(page.locator("#agree-first")).hasText("Read what we keep, and agree first.");
    assertThat(button(page, "I agree")).isFocused();
    assertThat(page.locator("#preview")).isHidden();

    page.locator("#rider").fill("nobody");
    page.locator("#rider").press("Enter");
    assertThat(page.locator("#progress")).isHidden();
    assertThat(button(page, "I agree")).isFocused();
  }

  @Test
  void withoutJavaScriptABoxIsTicked() {
    Page page = CHROMIUM.openWithoutJavaScript("/");
    page.locator("#rider").fill("boris");
    assertThat(page.locator("#photo")).isHidden();
    assertThat(button(page, "Verify me")).isHidden();
    Pages.photograph(page, "consent-without-javascript");

    page.locator("#agreed").check();
    choose(page, Photos.of(Person.BORIS));
    button(page, "Verify me").click();

    assertThat(page.locator("h1")).hasText("You are verified");
    assertThat(SERVER.client().get("/v1/riders/boris").textAt("consent/language")).isEqualTo("en");
  }

  @Test
  void aTextThatChangedMeanwhileIsReadAgain() {
    Page page = CHROMIUM.open("/");
    page.locator("#rider").fill("clara");
    page.locator("#agreed").evaluate("box => box.value = '0123456789abcdef'");
    button(page, "I agree").click();
    choose(page, Photos.of(Person.CLARA));
    button(page, "Verify me").click();
    assertThat(page.locator("#problem")).containsText("What you agree to has changed");

    button(page, "Try again").click();

    assertThat(page.locator("#problem")).isHidden();
    assertThat(button(page, "I agree")).isVisible();
    assertThat(SERVER.client().get("/v1/executions?rider=clara").listAt("executions")).isEmpty();
  }

  @Test
  void whoReadsAnotherLanguageAgreesInIt() {
    Page page = CHROMIUM.open("/?lang=ar");
    assertThat(page.locator("#agreement [dir=rtl]")).isVisible();
    page.locator("#rider").fill("hugo");
    page.locator("#agree").click();
    choose(page, Photos.of(Person.HUGO));
    page.locator("#send").click();

    assertThat(page.locator(".verdict.verified")).isVisible();
    assertThat(SERVER.client().get("/v1/riders/hugo").textAt("consent/language")).isEqualTo("ar");
  }

  private static void choose(Page page, Photo photo) {
    page.locator("#photo").setInputFiles(Hands.file("me.jpg", photo.bytes()));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
