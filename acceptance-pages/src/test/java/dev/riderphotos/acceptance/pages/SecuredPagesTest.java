package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.OpenedCases;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.review.CaseId;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What riders and operators meet in secured mode, in a browser. */
class SecuredPagesTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(Map.of("access", "secured", "reviews.rate", "off"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  /** What is streamed first is how things stand; only what differs from that is news. */
  private static final String TELLS_WHEN_IT_HEARS =
      """
      window.EventSource = class extends EventSource {
        constructor(address) {
          super(address);
          this.addEventListener("message", () => (window.heard = true));
        }
      };
      """;

  @Test
  void aRiderIsVerifiedByALink() {
    Page page = CHROMIUM.open(link("ada"), Look.PHONE_LIGHT);
    assertThat(page.locator("#rider")).hasValue("ada");
    assertThat(page.locator("#rider")).isHidden();
    assertThat(page.locator("#selfie")).containsText("Photo of rider ada");
    assertThat(page.locator("#portrait")).hasCount(0);

    page.locator("#photo")
        .setInputFiles(new FilePayload("me.jpg", "image/jpeg", Photos.of(Person.ADA).bytes()));
    page.getByRole(AriaRole.BUTTON, named("Verify me")).click();

    assertThat(heading(page, "You are verified")).isFocused();
    assertThat(page.locator("#verdict .again")).hasCount(0); // there is nobody else to verify
    assertThat(page.locator("#verdict a[href^='/executions']")).hasCount(0); // operators'
    Pages.assertFlawless(page);
  }

  @Test
  void guestsAreNotOfferedToAddADrink() {
    Page page = CHROMIUM.open("/drinks");
    assertThat(page.locator("#upload")).hasCount(0);
    assertThat(page.locator(".closed")).containsText("open the link that you were sent");
    Device.PHONE.show(page, "drinks-closed");

    page.navigate(link("thirsty"));
    page.navigate("/drinks");
    assertThat(page.locator("#upload")).isVisible();
  }

  @Test
  void thePhoneGoesOnWhereTheDeskPageWasAndThatFollows() throws IOException, ReaderException {
    Page desk = CHROMIUM.open(link("moves"));
    assertThat(desk.locator(".phone img")).isVisible();
    Device.DESK.show(desk, "selfie-to-phone");
    String code = read(desk.locator(".phone img").screenshot());

    Page phone = CHROMIUM.open(code, Look.PHONE_LIGHT);
    assertThat(phone.locator("#selfie")).containsText("Photo of rider moves");
    assertThat(phone.locator(".phone")).isHidden();
    phone
        .locator("#photo")
        .setInputFiles(new FilePayload("me.jpg", "image/jpeg", Photos.of(Person.GRETA).bytes()));
    phone.getByRole(AriaRole.BUTTON, named("Verify me")).click();

    assertThat(heading(phone, "You are verified")).isFocused();
    assertThat(heading(desk, "You are verified")).isVisible();
    assertThat(heading(CHROMIUM.open(code), "This link has expired")).isVisible();
  }

  @Test
  void whoLooksAtTheirPageHearsOfADecisionLive() {
    Page page = verified("mira", Person.MAYA);
    Page other = verified("leo", Person.LEON);
    page.addInitScript(TELLS_WHEN_IT_HEARS);
    page.navigate("/");
    assertThat(heading(page, "You are verified")).isVisible();
    page.waitForCondition(() -> page.evaluate("window.heard === true").equals(true));
    CaseId id = OpenedCases.possibleDuplicate(SERVER, "mira", "leo");
    String address = page.url();

    withdraw(id);

    assertThat(heading(page, "Your registration was withdrawn")).isVisible();
    assertThat(page).hasURL(address);
    assertThat(page.locator("main")).not().containsText("leo");
    assertThat(heading(other, "You are verified")).isVisible();
    Pages.assertFlawless(page);
  }

  private static Page verified(String rider, Person person) {
    Page page = CHROMIUM.open(link(rider), Look.PHONE_LIGHT);
    page.locator("#photo")
        .setInputFiles(new FilePayload("me.jpg", "image/jpeg", Photos.of(person).bytes()));
    page.getByRole(AriaRole.BUTTON, named("Verify me")).click();
    assertThat(heading(page, "You are verified")).isFocused();
    return page;
  }

  /** A reviewer takes both for one person. */
  private static void withdraw(CaseId id) {
    Client reviewer = SERVER.client();
    Map<String, String> headers = Map.of("X-Api-Key", key(), "Content-Type", "application/json");
    String path = "/v1/reviews/" + id;
    String version = reviewer.send("GET", path, headers, new byte[0]).textAt("version");
    String decision = "{\"decision\":\"ONE_PERSON\",\"version\":\"%s\",\"now\":true}";
    byte[] body = decision.formatted(version).getBytes(StandardCharsets.UTF_8);
    Answer decided = reviewer.send("POST", path + "/decisions", headers, body);
    Assertions.assertThat(decided.at("state")).isEqualTo("DECIDED");
    OpenedCases.carryOut(SERVER, id);
  }

  /** What a QR code says. */
  private static String read(byte[] picture) throws IOException, ReaderException {
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(picture));
    int[] pixels = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
    RGBLuminanceSource source = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }

  @Test
  void aPhotoThatWaitsGoesWithItsLink() {
    Page page = waiting(link("waits"));

    page.navigate(link("waits")); // a newer one
    assertThat(page.locator("#selfie")).containsText("Photo of rider waits");
    assertThat(page.locator("#preview")).isHidden();
    page.waitForCondition(() -> Pages.waitingPhotos(page) == 0);
  }

  @Test
  void aPhotoThatWaitsIsGoneAtSignOut() {
    Page page = waiting(link("leaves"));

    page.getByRole(AriaRole.BUTTON, named("Sign out")).click();

    assertThat(heading(page, "Sign in")).isVisible();
    page.waitForCondition(() -> Pages.waitingPhotos(page) == 0);
  }

  @Test
  void aPhotoThatWaitsIsSentWhenItsLinkIsOpenedAgain() {
    String link = link("again");
    Page page = waiting(link);
    page.unrouteAll();

    page.navigate(link);

    assertThat(heading(page, "You are verified")).isFocused();
    page.waitForCondition(() -> Pages.waitingPhotos(page) == 0);
  }

  /** A page whose photo did not get through. */
  private static Page waiting(String link) {
    Page page = CHROMIUM.open(link);
    page.route("**/selfie", route -> route.abort());
    page.locator("#photo")
        .setInputFiles(new FilePayload("me.jpg", "image/jpeg", Photos.of(Person.DAVID).bytes()));
    page.getByRole(AriaRole.BUTTON, named("Verify me")).click();
    assertThat(page.locator("#problem")).containsText("It waits here");
    page.waitForCondition(() -> Pages.waitingPhotos(page) == 1);
    return page;
  }

  @ParameterizedTest
  @EnumSource
  void whoComesBackIsVerifiedStillAndSeesAndDeletesWhatIsKept(Device device) {
    String rider = "back-" + device.title();
    String link = link(rider);
    Person person = device == Device.PHONE ? Person.CLARA : Person.BORIS;
    Page page = CHROMIUM.open(link, device.first());
    page.locator("#photo")
        .setInputFiles(new FilePayload("me.jpg", "image/jpeg", Photos.of(person).bytes()));
    page.getByRole(AriaRole.BUTTON, named("Verify me")).click();
    assertThat(heading(page, "You are verified")).isFocused();

    page.navigate(link);
    assertThat(heading(page, "You are verified")).isVisible();
    assertThat(page.locator("#verdict")).containsText("Verified since");
    device.show(page, "rider-verified");

    page.getByText("What is kept of me").click();
    assertThat(page.locator(".numbers rect")).hasCount(128);
    device.show(page, "rider-kept");
    page.getByText("Delete my data").click();
    device.show(page, "rider-delete");
    page.getByText("Yes, delete all of it").click();
    page.getByRole(AriaRole.BUTTON, named("Delete for good")).click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText(rider);
    device.show(page, "rider-deleted");

    page.navigate(link);
    assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
  }

  @Test
  void anOperatorSignsInByTheKeyboardAlone() {
    Page page = CHROMIUM.open("/executions");
    page.getByLabel("Operator key").focus();
    page.keyboard().type(key());
    page.keyboard().press("Enter");

    assertThat(heading(page, "Executions")).isVisible();
    Pages.assertFlawless(page);
    page.getByRole(AriaRole.BUTTON, named("Sign out")).press("Enter");
    assertThat(heading(page, "Sign in")).isVisible();
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFitToBeSeen(Device device) {
    device.show(CHROMIUM.open(link("sight"), device.first()), "selfie-by-link");
    device.show(CHROMIUM.open("/link?token=forged", device.first()), "link-refused");
    Page other = CHROMIUM.open(link("sight"), device.first());
    other.navigate(link("another"));
    device.show(other, "link-of-somebody-else");
    Page page = CHROMIUM.open("/executions", device.first());
    device.show(page, "sign-in");
    page.getByLabel("Operator key").fill("rpk_wrong");
    page.keyboard().press("Enter");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("This key is not valid");
    device.show(page, "sign-in-refused");
  }

  private static String link(String rider) {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    return "/link?token=" + links.issue(new RiderId(rider), Duration.ofHours(1)).token();
  }

  private static String key() {
    CreateApiKey creation = SERVER.application().get(CreateApiKey.class);
    return creation.create("test", Set.of(Scope.OPERATE)).secret().reveal();
  }

  private static Locator heading(Page page, String name) {
    return page.getByRole(AriaRole.HEADING, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
