package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import dev.riderphotos.app.server.EventDelivery;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.Form;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the drinks as guests use it, on our own server and on the one of a bucket. */
class DrinksPageTest {
  private static final String BAR = "Café ☕ / 100% + Grill";
  private static final Photo PICTURE = Photos.of(Person.ADA);

  /** Serves our static files, as a bucket does, and nothing else. */
  private static final HttpServer BUCKET =
      SimpleFileServer.createFileServer(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
          Path.of("..", "web-static", "target", "classes", "dev", "riderphotos", "web-static")
              .toAbsolutePath()
              .normalize(),
          SimpleFileServer.OutputLevel.NONE);

  private static final String ELSEWHERE = "http://127.0.0.1:" + BUCKET.getAddress().getPort();

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(Map.of("cors.origins", ELSEWHERE, "retries.delay", "1ms"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  @BeforeAll
  static void start() {
    BUCKET.start();
    SERVER.application().get(EventDelivery.class).start();
  }

  @AfterAll
  static void stop() {
    BUCKET.stop(0);
  }

  @Test
  void whatIsUploadedIsFound() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", BAR, "Crème & <b>");
    choose(page, PICTURE);
    assertThat(page.locator(".preview")).isVisible();

    send(page);

    assertShown(page, BAR, "Crème & <b>");
    assertThat(page.locator("#results h2")).isFocused();
    assertThat(page.locator("#results .added")).hasText("Added. Everyone can see it now.");
    assertThat(page.locator("#results img")).isInViewport();
    page.reload();
    assertThat(page.locator("#results .added")).hasCount(0);
    assertShown(page, BAR, "Crème & <b>");

    Page another = CHROMIUM.open("/drinks");
    name(another, "#find", BAR, "Crème & <b>");
    button(another, "Show").click();
    assertShown(another, BAR, "Crème & <b>");
    another.locator("#results .bar").click();
    assertThat(another.locator(".grid .name")).hasText("Crème & <b>");
  }

  @Test
  void withoutJavaScriptWhatIsUploadedIsFound() {
    Page page = CHROMIUM.openWithoutJavaScript("/drinks");
    name(page, "#upload", BAR, "100 % / 0");
    choose(page, PICTURE);
    send(page);
    assertShown(page, BAR, "100 % / 0");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Added. Everyone can see it now.");

    page.getByRole(AriaRole.LINK, named("Drinks")).click();
    page.locator(".bars").getByText(BAR).click();
    page.locator(".grid").getByText("100 % / 0").click();
    assertShown(page, BAR, "100 % / 0");
  }

  @Test
  void aPageOfAnotherOriginDoesTheSame() {
    Page page = elsewhere(Look.DESK_LIGHT);
    name(page, "#upload", "Elsewhere / " + BAR, "Far & away");
    choose(page, PICTURE);
    send(page);
    assertShown(page, "Elsewhere / " + BAR, "Far & away");
    page.reload();
    assertShown(page, "Elsewhere / " + BAR, "Far & away");

    page.locator("#results .bar").click();
    assertThat(page.locator(".grid .name")).hasText("Far & away");
    name(page, "#find", "Elsewhere / " + BAR, "nothing");
    button(page, "Show").click();
    assertThat(page.getByText("No picture yet")).isVisible();
    page.locator("#find [name=drink]").fill("");
    page.locator("#find [name=bar]").fill("");
    button(page, "Show").click();
    page.locator(".bars").getByText("Elsewhere").click();
    page.locator(".grid").getByText("Far & away").click();
    assertShown(page, "Elsewhere / " + BAR, "Far & away");
  }

  @Test
  void aPreflightTellsOnlyAnAllowedOriginThatItMay() {
    String preflight =
        "OPTIONS /objects/drink-photos/x HTTP/1.1\nHost: localhost\nConnection: close\nOrigin: %s\n\n";

    assertThat(SERVER.client().exchange(preflight.formatted(ELSEWHERE), new byte[0]))
        .startsWith("HTTP/1.1 200 ")
        .containsOnlyOnce("Access-Control-Allow-Origin: " + ELSEWHERE);
    assertThat(SERVER.client().exchange(preflight.formatted("http://127.0.0.1:1"), new byte[0]))
        .startsWith("HTTP/1.1 403 ")
        .doesNotContain("Access-Control-Allow-Origin");
  }

  @Test
  void aPageThatIsToldOfNoApiSaysSo() {
    Page page = CHROMIUM.openFrom(ELSEWHERE, "/drinks.html?api=" + ELSEWHERE, Look.DESK_LIGHT);

    assertThat(page.locator("#results").getByRole(AriaRole.ALERT))
        .containsText("does not know its API");
  }

  @Test
  void aPageThatTheApiDoesNotAllowSaysSo() {
    Page page =
        CHROMIUM.openFrom(
            ELSEWHERE.replace("127.0.0.1", "localhost"),
            "/drinks.html?api=" + CHROMIUM.url(),
            Look.DESK_LIGHT);

    assertThat(page.locator("#results").getByRole(AriaRole.ALERT)).containsText("cors.origins");
  }

  @Test
  void barsAndDrinksAreSuggested() {
    add("Ästhetik", "Crème brûlée");
    Page page = CHROMIUM.open("/drinks");

    page.locator("#find [name=bar]").pressSequentially("asth");
    assertThat(page.locator("#find-bars option")).hasAttribute("value", "Ästhetik");
    page.locator("#find [name=bar]").fill("Ästhetik");
    page.locator("#find [name=drink]").pressSequentially("CREME");

    assertThat(page.locator("#find-drinks option")).hasAttribute("value", "Crème brûlée");
  }

  @Test
  void aNewerPictureTakesThePlaceOfTheOlder() {
    add("Twice", "Sour");
    Page page = CHROMIUM.open("/drinks?bar=Twice&drink=Sour");
    String before = page.locator("#results img").getAttribute("src");
    choose(page, Photos.of(Person.BORIS));
    page.evaluate("document.querySelector('#results').replaceChildren()");

    send(page);
    assertThat(page.locator(".question")).containsText("There is a picture of it already");
    assertThat(page.locator(".question img")).isVisible();
    assertThat(page.locator("#question")).isFocused();
    Device.DESK.show(page, "drinks-replace");
    button(page, "Keep the old one").click();
    assertThat(page.locator(".question")).isHidden();

    send(page);
    button(page, "Replace it").click();

    assertShown(page, "Twice", "Sour");
    assertThat(before).isNotNull();
    assertThat(page.locator("#upload [name=picture]")).hasValue("");
  }

  @Test
  void aNameThatDiffersInCaseOrAccentsIsOfferedAsItIs() {
    add("Café Zoë", "Piña Colada");
    Page page = CHROMIUM.open("/drinks", Look.PHONE_LIGHT);
    name(page, "#upload", "cafe zoe", "PINA COLADA");
    choose(page, PICTURE);

    send(page);
    button(page, "Use “Café Zoë”").click();
    Device.PHONE.show(page, "drinks-alike");
    button(page, "Keep “PINA COLADA”").click();

    assertShown(page, "Café Zoë", "PINA COLADA");
  }

  @Test
  void withoutJavaScriptItIsAskedBeforeSomethingIsReplaced() {
    add("Café Yves", "Old");
    Page page = CHROMIUM.openWithoutJavaScript("/drinks");
    name(page, "#upload", "CAFE YVES", "old");
    choose(page, PICTURE);
    send(page);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is “Café Yves” already");
    assertThat(page.locator("#upload [name=bar]")).hasValue("Café Yves");
    assertThat(page.locator("#results img")).isVisible();

    choose(page, PICTURE);
    send(page);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("There is a picture of it already");

    choose(page, PICTURE);
    send(page);
    assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    assertShown(page, "Café Yves", "Old");
  }

  @Test
  void aDamagedPictureIsToldAtOnce() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", "Strict", "Cut");
    choose(page, Photos.truncated());

    send(page);

    assertProblem(page, "This picture is damaged.");
  }

  @Test
  void whatCannotBeSentIsSaidAtOnce() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", "Strict", "Sour");

    choose(page, "menu.jpg", "I am no picture".getBytes(UTF_8));
    assertProblem(page, "neither a JPEG nor a PNG");
    choose(page, "me.heic", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1));
    assertProblem(page, "HEIC");
    choose(page, "large.jpg", Arrays.copyOf(PICTURE.bytes(), 20 * 1024 * 1024));
    assertProblem(page, "larger than 15 MB");
    Pages.assertFlawless(page);
    Pages.photograph(page, "drinks-refused-desk-light");
    send(page);
    assertThat(page.locator("#upload [name=picture]")).isFocused();

    choose(page, PICTURE);
    assertThat(page.locator("#upload .problem")).isHidden();
  }

  @Test
  void withoutJavaScriptWhatCannotBeShownIsSaid() {
    for (String damaged : new String[] {"neither a JPEG nor a PNG", "is damaged"}) {
      Page page = CHROMIUM.openWithoutJavaScript("/drinks");
      name(page, "#upload", "Strict", "Plain");
      byte[] file = damaged.startsWith("n") ? "text".getBytes(UTF_8) : Photos.truncated().bytes();
      choose(page, "menu.jpg", file);
      send(page);

      assertThat(page.locator("#results").getByRole(AriaRole.ALERT)).containsText(damaged);
      assertThat(page.locator("#upload [name=bar]")).hasValue("Strict");
    }
  }

  @Test
  void withoutJavaScriptAPictureThatIsTooLargeGetsItsSentence() {
    Page page = CHROMIUM.openWithoutJavaScript("/drinks");
    name(page, "#upload", "Strict", "Large");
    choose(page, "large.jpg", Arrays.copyOf(PICTURE.bytes(), 20 * 1024 * 1024));
    send(page);

    assertThat(page.locator("#results").getByRole(AriaRole.ALERT)).containsText("larger than 15");
  }

  @Test
  void howMuchIsSentIsShown() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", "Slow", "Sour");
    choose(page, PICTURE);
    page.route("**/objects/**", _ -> {}); // never answered

    send(page);

    assertThat(page.locator("#upload .stage")).containsText("Sending the picture");
    assertThat(page.locator("#upload progress")).isVisible();
    assertThat(button(page, "Add picture")).isDisabled();
    Pages.assertFlawless(page);
    Pages.photograph(page, "drinks-sending-desk-light");
  }

  @Test
  void aConnectionThatBreaksCanBeTriedAgain() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", "Lossy", "Sour");
    choose(page, PICTURE);
    AtomicBoolean broken = new AtomicBoolean(true);
    page.route(
        "**/objects/**",
        route -> {
          if (broken.get() && route.request().method().equals("PUT")) {
            route.abort("connectionreset");
          } else {
            route.resume();
          }
        });
    send(page);
    assertProblem(page, "The connection was lost");
    assertThat(page.locator("#upload .progress")).isHidden();

    broken.set(false);
    send(page);
    assertShown(page, "Lossy", "Sour");
  }

  @Test
  void whatTheApiRefusesIsSaidInItsWords() {
    Page page = CHROMIUM.open("/drinks");
    name(page, "#upload", " ", "Sour");
    choose(page, PICTURE);

    send(page);

    assertProblem(page, "bar");
  }

  @Test
  void namesThatAreNoneAreSaidOnThePage() {
    Answer page = SERVER.client().get("/drinks?bar=%00&drink=x");

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.text()).contains("role=\"alert\"", "A bar name has no control characters");
  }

  @Test
  void aLongListHasPages() {
    for (int drink = 0; drink < 25; drink++) {
      add("Long & list", "Drink " + (char) ('a' + drink));
    }
    Page page = CHROMIUM.open("/drinks?bar=" + URLEncoder.encode("Long & list", UTF_8));
    assertThat(page.locator(".grid li")).hasCount(24);
    page.getByText("More").click();
    assertThat(page.locator(".grid .name")).hasText("Drink y");

    Page another = elsewhere(Look.DESK_LIGHT);
    name(another, "#find", "Long & list", "");
    button(another, "Show").click();
    assertThat(another.locator(".grid li")).hasCount(24);
    another.getByText("More").click();
    assertThat(another.locator(".grid .name")).hasText("Drink y");
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFitToBeSeen(Device device) {
    for (Person person : Person.named().subList(0, 6)) {
      add("Joe’s", "Drink of " + person.name(), Photos.of(person));
    }
    String bar = "/drinks?bar=Joe%E2%80%99s";
    device.show(CHROMIUM.open("/drinks", device.first()), "drinks");
    device.show(CHROMIUM.open(bar, device.first()), "drinks-bar");
    device.show(CHROMIUM.open(bar + "&drink=Drink+of+Ada", device.first()), "drinks-one");
    device.show(CHROMIUM.open(bar + "&drink=none", device.first()), "drinks-missing");
    Page page = elsewhere(device.first());
    assertThat(page.locator(".bars a").first()).isVisible();
    device.show(page, "drinks-static");
  }

  private static Page elsewhere(Look look) {
    return CHROMIUM.openFrom(ELSEWHERE, "/drinks.html?api=" + CHROMIUM.url(), look);
  }

  private static void assertShown(Page page, String bar, String drink) {
    assertThat(page.locator("#results .name")).hasText(drink);
    assertThat(page.locator("#results .bar")).hasText(bar);
    Locator picture = page.locator("#results img");
    assertThat(picture).isVisible();
    assertThat(picture).hasJSProperty("complete", true);
    assertThat(picture).hasJSProperty("naturalWidth", 320);
  }

  private static void assertProblem(Page page, String part) {
    assertThat(page.locator("#upload .problem")).isVisible();
    assertThat(page.locator("#upload .problem")).containsText(part);
  }

  private static void add(String bar, String drink) {
    add(bar, drink, PICTURE);
  }

  private static void add(String bar, String drink, Photo picture) {
    Form form =
        new Form()
            .field("bar", bar)
            .field("drink", drink)
            .field("sureBar", bar)
            .field("sureDrink", drink)
            .file("picture", "drink.jpg", picture);
    assertThat(new Browser(SERVER.client()).post("/drinks", form).status()).isEqualTo(303);
  }

  private static void name(Page page, String form, String bar, String drink) {
    page.locator(form + " [name=bar]").fill(bar);
    page.locator(form + " [name=drink]").fill(drink);
  }

  private static void choose(Page page, Photo picture) {
    choose(page, "drink.jpg", picture.bytes());
  }

  private static void choose(Page page, String name, byte[] content) {
    page.locator("#upload [name=picture]").setInputFiles(Hands.file(name, content));
  }

  private static void send(Page page) {
    button(page, "Add picture").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
