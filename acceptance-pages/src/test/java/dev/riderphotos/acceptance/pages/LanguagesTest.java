package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.State;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Riders and guests meet the pages in their language. */
class LanguagesTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  /**
   * Words in Latin letters that stand on an Arabic page: what is written into a template or a
   * script, and not in the bundle, is in English.
   */
  private static final String LATIN =
      """
      () => {
        const found = new Set();
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (!node.parentElement.closest("script, style, code, .languages, time, [translate=no]")) {
            (node.textContent.match(/[A-Za-z]{3,}/g) ?? []).forEach((word) => found.add(word));
          }
        }
        for (const element of document.querySelectorAll("[alt], [title], [aria-label], [placeholder]")) {
          for (const name of ["alt", "title", "aria-label", "placeholder"]) {
            (element.getAttribute(name)?.match(/[A-Za-z]{3,}/g) ?? []).forEach((word) => found.add(word));
          }
        }
        return [...found];
      }
      """;

  private static final List<String> NAMES =
      List.of(
          "Rider",
          "Photos",
          "JPEG",
          "PNG",
          "HEIC",
          "API",
          "rpk",
          "keys",
          "create",
          "scope",
          "operate",
          "rider",
          "photos",
          "JSON",
          "CSV",
          "Rekognition",
          "sura",
          "mara",
          "times",
          "UTC",
          "riders",
          "jpg",
          "thumbnails",
          "resized");

  /** Step Functions' names, which are the same in all languages. */
  private static final List<String> STATES =
      Arrays.stream(State.values()).map(State::title).toList();

  @ParameterizedTest
  @CsvSource({
    "de-AT, de, ltr, Bestätige dein Foto",
    "es, es, ltr, Verifica tu foto",
    "fr-CA, fr, ltr, Vérifiez votre photo",
    "pt-BR, pt, ltr, Verifique sua foto",
    "ar-EG, ar, rtl, تأكيد صورتك",
    "ja, en, ltr, Verify your photo"
  })
  void aPageIsInTheLanguageThatTheBrowserPrefers(
      String preferred, String language, String direction, String title) {
    Page page = CHROMIUM.open(link("prefers-" + language), speaking(preferred));

    assertThat(page.locator("h1")).hasText(title);
    assertThat(page.locator("html")).hasAttribute("lang", language);
    assertThat(page.locator("html")).hasAttribute("dir", direction);
    Pages.photograph(page, "selfie-phone-" + language);
  }

  @Test
  void aChoiceStays() {
    Page page = CHROMIUM.open("/sign-in?to=%2Ffaces", speaking("en"));
    page.getByText("Deutsch").click();
    assertThat(page.locator("h1")).hasText("Anmelden");
    assertThat(page.locator("[name=to]")).hasValue("/faces");

    page.navigate("/drinks");
    assertThat(page.locator("h1")).hasText("Getränke");
    page.navigate("/drinks?lang=xx");
    assertThat(page.locator("h1")).hasText("Getränke");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/drinks", "/sign-in", "/link?token=x", "/?execution=1"})
  void nothingIsWrittenIntoPagesOfStrangers(String path) {
    Page page = CHROMIUM.open(path, speaking("ar"));

    assertArabic(page);
  }

  @Test
  void nothingIsWrittenIntoPagesOfRiders() {
    Page page = CHROMIUM.open(link("sura"), speaking("ar"));
    assertArabic(page);
    Pages.photograph(page, "selfie-phone-ar");
    page.locator("#open-camera").click();
    assertArabic(page);
    page.locator("#tips .close").click();

    send(page, Photos.withSunglasses(Person.HUGO));
    assertThat(page.locator(".verdict.rejected")).isVisible();
    assertArabic(page);
    Pages.photograph(page, "selfie-rejected-phone-ar");

    page.locator(".again").click();
    send(page, Photos.of(Person.HUGO));
    assertThat(page.locator(".verdict.verified")).isVisible();
    assertArabic(page);
    page.navigate("/");
    assertThat(page.locator("h1")).hasText("تم تأكيدك");
    assertThat(page.locator("time")).not().containsText("UTC"); // the visitor's own
    assertArabic(page);
    Pages.photograph(page, "rider-verified-phone-ar");
    page.navigate("/riders/sura/kept");
    for (Locator time : page.locator("time").all()) {
      assertThat(time).not().containsText("UTC");
    }
    assertArabic(page);
    Pages.photograph(page, "rider-kept-phone-ar");
    page.navigate("/riders/sura/delete");
    assertArabic(page);
    page.locator("[name=sure]").check();
    page.locator("button.destructive").click();
    assertThat(page.getByText("إيصال", new Page.GetByTextOptions().setExact(true))).isVisible();
    assertArabic(page);
  }

  @Test
  void nothingIsWrittenIntoPagesOfOperators() {
    Page page = CHROMIUM.open(link("mara"), speaking("ar"));
    send(page, Photos.withSunglasses(Person.LEON));
    assertThat(page.locator(".verdict.rejected")).isVisible();
    page.locator(".again").click();
    send(page, Photos.of(Person.LEON));
    assertThat(page.locator(".verdict.verified")).isVisible();

    Page operators = CHROMIUM.open("/sign-in", speaking("ar"));
    operators
        .locator("[name=key]")
        .fill(
            SERVER
                .application()
                .get(CreateApiKey.class)
                .create("", Set.of(Scope.OPERATE))
                .secret()
                .reveal());
    operators.locator("main button[type=submit]").click();
    assertThat(operators).hasURL(CHROMIUM.url() + "/executions");
    for (String path :
        List.of(
            "/executions",
            "/riders",
            "/riders/mara",
            "/riders/mara/erase",
            "/faces",
            "/migrations",
            "/reviews",
            "/dead-letters",
            "/keys",
            "/settings",
            "/audit")) {
      operators.navigate(path);
      assertArabic(operators);
      Pages.photograph(operators, "operators" + path.replace('/', '-') + "-phone-ar");
    }
    operators.navigate("/executions");
    operators.locator("tbody a").first().click();
    assertArabic(operators);
    Pages.photograph(operators, "operators-execution-phone-ar");
  }

  @Test
  void timesAreTheVisitorsOwn() {
    String link = link("times");
    Page page = CHROMIUM.open(link, speaking("de").setTimezoneId("Asia/Tokyo"));
    send(page, Photos.of(Person.BORIS));
    assertThat(page.locator(".verdict.verified")).isVisible();

    page.navigate("/");

    assertThat(page.locator("time")).not().containsText("UTC");
    assertThat((String) page.locator("time").getAttribute("title")).endsWith("UTC");
  }

  private static void assertArabic(Page page) {
    List<String> latin =
        ((List<?>) page.evaluate(LATIN))
            .stream()
                .map(String::valueOf)
                .filter(word -> !word.matches("[a-f]+")) // a part of a reference
                .filter(word -> !STATES.contains(word))
                .toList();
    assertThat(NAMES).containsAll(latin);
    Pages.assertFlawless(page);
  }

  private static void send(Page page, Photo photo) {
    page.locator("#photo").setInputFiles(Hands.file("me.jpg", photo.bytes()));
    page.locator("#send").click();
  }

  private static String link(String rider) {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    return "/link?token=" + links.issue(new RiderId(rider), Duration.ofHours(1)).token();
  }

  private static NewContextOptions speaking(String language) {
    return new NewContextOptions()
        .setViewportSize(390, 844)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale(language);
  }
}
