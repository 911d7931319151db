package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The camera of the selfie page, on phones of many sizes and on the real face engine. */
class CameraTest {
  private static final Photo BEFORE_THE_CAMERA =
      Photos.jpeg(Portrait.of(Person.GRETA).size(640, 480));

  private static final String READY = "Ready? Take the photo";

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER).seeing(BEFORE_THE_CAMERA);

  @Test
  void aPhotoByTheCameraIsVerified() {
    Page page = CHROMIUM.open("/", Look.PHONE_LIGHT);
    page.locator("#rider").fill("greta");
    button(page, "Take a photo").click();
    assertThat(page.locator(".examples img")).hasCount(5);
    Pages.assertFlawless(page);
    Pages.photograph(page, "camera-tips-phone-light");
    button(page, "Open the camera").click();
    assertThat(page.locator("#hint")).hasText(READY);
    Pages.assertFlawless(page);
    Pages.photograph(page, "camera-phone-light");
    button(page, "Take the photo").click();
    assertThat(page.locator("#preview img")).isVisible();

    button(page, "Verify me").click();

    assertThat(page.getByRole(AriaRole.HEADING, named("You are verified"))).isFocused();
  }

  @ParameterizedTest
  @CsvSource({"320, 480", "360, 600", "390, 664", "390, 844", "480, 320", "844, 390"})
  void allOfItIsOnTheScreen(int width, int height) {
    Page page = CHROMIUM.open("/", phone(width, height));
    page.locator("#rider").fill("anybody");
    button(page, "Take a photo").click();
    assertInside(page, button(page, "Open the camera"));
    assertInside(page, page.getByRole(AriaRole.BUTTON, named("Not now")));
    page.locator(".examples .good img").evaluate("image => image.decode()");
    Pages.photographScreen(page, "camera-tips-%dx%d".formatted(width, height));

    button(page, "Open the camera").click();
    assertThat(page.locator("#hint")).hasText(READY);
    assertInside(page, page.locator(".viewfinder"));
    assertInside(page, page.locator(".oval"));
    assertInside(page, page.locator("#hint"));
    for (String name : new String[] {"Take the photo", "Self-timer", "Close the camera"}) {
      assertInside(page, button(page, name));
    }
    Pages.photographScreen(page, "camera-%dx%d".formatted(width, height));

    button(page, "Take the photo").click();
    assertThat(button(page, "Verify me")).isFocused();
    assertInside(page, button(page, "Verify me"));
    assertInside(page, page.locator("#preview img"));
    Pages.photographScreen(page, "camera-after-%dx%d".formatted(width, height));
  }

  @Test
  void aCameraThatIsClosedLeavesTheChoice() {
    Page page = opened();

    button(page, "Close the camera").click();

    assertClosed(page);
  }

  @Test
  void escapeClosesIt() {
    Page page = opened();

    page.keyboard().press("Escape");

    assertClosed(page);
  }

  @Test
  void backClosesItAndStaysOnThePage() {
    Page page = opened();
    page.locator("#rider").evaluate("field => field.value = 'typed'");

    page.goBack();

    assertClosed(page);
    assertThat(page.locator("#rider")).hasValue("typed");
  }

  @Test
  void itsCloserDoesNotSpoilTheWayBack() {
    Page page = CHROMIUM.open("/drinks");
    page.navigate("/");
    button(page, "Take a photo").click();
    button(page, "Not now").click();
    assertThat(page.locator("dialog")).isHidden();
    page.waitForCondition(() -> page.evaluate("history.state") == null);

    page.goBack();

    assertThat(page).hasURL(CHROMIUM.url() + "/drinks");
  }

  @Test
  void theTimerTakesThePhotoByItself() {
    Page page = CHROMIUM.open("/");
    page.clock().install();
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();
    assertThat(button(page, "Take the photo")).isEnabled();

    button(page, "Self-timer").click();
    assertThat(page.locator("#count")).hasText("5");
    page.clock().runFor(3_000);
    assertThat(page.locator("#count")).hasText("2");
    page.clock().runFor(2_000);

    assertThat(page.locator("#preview img")).isVisible();
    assertThat(page.locator("dialog")).isHidden();
  }

  @Test
  void theTimerCanBeStopped() {
    Page page = CHROMIUM.open("/");
    page.clock().install();
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();
    assertThat(button(page, "Take the photo")).isEnabled();

    button(page, "Self-timer").click();
    button(page, "Self-timer").click();
    page.clock().runFor(10_000);

    assertThat(page.locator("#count")).isEmpty();
    assertThat(page.locator("#preview")).isHidden();
    assertThat(button(page, "Take the photo")).isVisible();
  }

  @Test
  void anotherCameraIsOfferedWhereThereIsOne() {
    Page page = CHROMIUM.open("/");
    page.addInitScript(
        """
        const media = navigator.mediaDevices;
        const open = media.getUserMedia.bind(media);
        window.asked = [];
        media.enumerateDevices = async () => ["front", "back"].map((deviceId) =>
            ({ kind: "videoinput", deviceId }));
        media.getUserMedia = async ({ video }) => {
          const id = video.deviceId?.exact ?? "front";
          window.asked.push(id);
          const stream = await open({ video: true });
          stream.getVideoTracks()[0].getSettings = () =>
              ({ deviceId: id, facingMode: id === "back" ? "environment" : "user" });
          return stream;
        };
        """);
    page.reload();
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();
    assertThat(page.locator("video.mirrored")).isVisible();

    button(page, "Other camera").click();
    assertThat(page.locator("video:not(.mirrored)")).isVisible();
    assertThat(page.evaluate("asked.join()")).isEqualTo("front,back");

    button(page, "Other camera").click();
    assertThat(page.locator("video.mirrored")).isVisible();
    assertThat(page.evaluate("asked.join()")).isEqualTo("front,back,front");
  }

  @Test
  void aCameraThatIsRefusedIsSaid() {
    Page page = CHROMIUM.open("/");
    page.addInitScript("navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error())");
    page.reload();
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();

    assertThat(page.locator("#refused")).containsText("can’t use the camera");
    assertThat(page.locator("dialog")).isHidden();
  }

  @ParameterizedTest
  @CsvSource({
    "30, 40, 42, Move closer", // of 96 across 360 pixels: 66 between the eyes
    "30, 40, 46, Ready? Take the photo", // 72
    "6, 40, 50, Move your face to the middle",
    "25, 4, 50, Move your face to the middle",
    "8, 20, 80, Move back a little"
  })
  void hintsTellWhereTheFaceIs(int x, int y, int side, String hint) {
    Page page = CHROMIUM.open("/");
    page.addInitScript(
        """
        window.FaceDetector = class {
          async detect() {
            return [{ boundingBox: { x: %d, y: %d, width: %d, height: %d } }];
          }
        };
        """
            .formatted(x, y, side, side));
    page.reload();
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();

    assertThat(page.locator("#hint")).hasText(hint);
  }

  private static Page opened() {
    Page page = CHROMIUM.open("/");
    button(page, "Take a photo").click();
    button(page, "Open the camera").click();
    assertThat(page.locator("#hint")).hasText(READY);
    return page;
  }

  private static void assertClosed(Page page) {
    assertThat(page.locator("dialog")).isHidden();
    assertThat(button(page, "Take a photo")).isFocused();
    page.waitForCondition(() -> page.evaluate("history.state") == null);
    page.waitForCondition(() -> page.evaluate("document.querySelector('video').srcObject") == null);
  }

  private static NewContextOptions phone(int width, int height) {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setHasTouch(true)
        .setIsMobile(true)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setLocale("en");
  }

  private static void assertInside(Page page, Locator locator) {
    locator.waitFor();
    var box = locator.boundingBox();
    var screen = page.viewportSize();
    assertThat(box.x).as("left").isGreaterThanOrEqualTo(0);
    assertThat(box.y).as("top").isGreaterThanOrEqualTo(0);
    assertThat(box.x + box.width).as("right").isLessThanOrEqualTo(screen.width + 0.5);
    assertThat(box.y + box.height).as("bottom").isLessThanOrEqualTo(screen.height + 0.5);
    assertThat(Math.min(box.width, box.height)).as("size").isGreaterThan(20);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
