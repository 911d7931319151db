package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.Hands;
import dev.riderphotos.app.testkit.Look;
import dev.riderphotos.app.testkit.Network;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Journals;
import dev.riderphotos.testkit.Photos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The selfie page as riders use it: in a browser, on the real face engine. */
class SelfiePageTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private static final String DUPLICATE = "Face in the picture is already in the system. ";
  private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);

  @Test
  void aFileIsVerified() {
    Page page = CHROMIUM.open("/");
    rider(page, "ada");
    choose(page, Photos.of(Person.ADA));
    assertThat(page.locator("#preview img")).isVisible();
    assertThat(page.locator("#advice")).not().isEmpty();

    send(page);

    assertVerified(page, "ada");
  }

  @Test
  void aPhotoThatIsDroppedIsVerified() {
    Page page = CHROMIUM.open("/");
    rider(page, "boris");
    JSHandle dropped = Hands.transfer(page, "me.jpg", Photos.of(Person.BORIS));
    page.locator("#photo-field").dispatchEvent("dragover", Map.of("dataTransfer", dropped));
    assertThat(page.locator("#photo-field.over")).isVisible();
    page.locator("#photo-field").dispatchEvent("drop", Map.of("dataTransfer", dropped));

    send(page);

    assertVerified(page, "boris");
  }

  @Test
  void aPhotoThatIsPastedIsVerified() {
    Page page = CHROMIUM.open("/");
    rider(page, "clara");
    page.locator("body")
        .evaluate(
            "(body, data) => body.dispatchEvent("
                + "new ClipboardEvent('paste', {clipboardData: data, bubbles: true}))",
            Hands.transfer(page, "me.jpg", Photos.of(Person.CLARA)));

    send(page);

    assertVerified(page, "clara");
  }

  @Test
  void aDrawnPortraitIsThereToTryItWith() {
    Page page = CHROMIUM.open("/");

    page.getByText("Try it with a sample face").click();

    assertThat(page.locator("#preview img")).isVisible();
    assertThat(page.locator("#preview img")).hasJSProperty("naturalWidth", 800);
  }

  @Test
  void aLargePhotoIsMadeSmallerBeforeItIsSent() {
    Page page = CHROMIUM.open("/");

    choose(page, Photos.jpeg(Portrait.of(Person.ADA).size(3000, 1500)));

    assertThat(page.locator("#preview img")).hasJSProperty("naturalWidth", 2048);
    assertThat(page.locator("#preview img")).hasJSProperty("naturalHeight", 1024);
  }

  @Test
  void aFaceThatIsFarAwayKeepsItsPixelsWhenItIsSent() {
    Page page = CHROMIUM.open("/");
    SERVER.client().delete("/v1/riders/near-eyes");
    rider(page, "far-away");
    choose(page, farAway(Person.FELIX, 480));
    assertThat(page.locator("#preview img")).hasJSProperty("naturalWidth", 3000);

    send(page);

    assertVerified(page, "far-away");
    assertThat(page.locator(".better")).hasCount(0);
  }

  @Test
  void itIsShrunkOnlyAsFarAsItsEyesAllow() {
    Page page = CHROMIUM.open("/");

    seeing(page, 20); // of 96 across 2250 pixels: 197 between the eyes, of which 140 are kept
    choose(page, farAway(Person.FELIX, 480));
    assertThat(page.locator("#preview img")).hasJSProperty("naturalWidth", 2133);

    seeing(page, 60);
    choose(page, farAway(Person.FELIX, 480));
    assertThat(page.locator("#preview img")).hasJSProperty("naturalWidth", 2048);
  }

  @Test
  void ridersAreAskedToComeCloser() {
    Page page = CHROMIUM.open("/");
    assertThat(page.locator(".lead")).containsText("well lit");

    seeing(page, 26); // of 96 across 600 pixels: 68 between the eyes
    choose(page, Photos.jpeg(Portrait.of(Person.ADA)));
    assertThat(page.locator("#advice")).containsText("Come closer");

    seeing(page, 28); // 73
    choose(page, Photos.jpeg(Portrait.of(Person.ADA)));
    assertThat(page.locator("#advice")).containsText("bright and sharp");
  }

  @Test
  void aFaceWhoseEyesAreNearEachOtherIsVerifiedAndAdvised() {
    Page page = CHROMIUM.open("/");
    SERVER.client().delete("/v1/riders/far-away");
    rider(page, "near-eyes");
    choose(page, Photos.of(Person.FELIX));
    send(page);

    assertVerified(page, "near-eyes");
    assertThat(page.locator(".better")).containsText("Come closer to the camera");
  }

  @Test
  void sunglassesAreMarkedAndAnotherPhotoIsWelcome() {
    Page page = CHROMIUM.open("/");
    rider(page, "david");
    choose(page, Photos.withSunglasses(Person.DAVID));
    send(page);

    assertRefused(page, "SUNGLASSES", "You are wearing sunglasses.", "Take off your sunglasses.");
    assertMarked(page, "SUNGLASSES");
    Pages.assertFlawless(page);

    button(page, "Try again").click();
    assertThat(page.locator("#rider")).hasValue("david");
    choose(page, Photos.of(Person.DAVID));
    send(page);
    assertVerified(page, "david");
  }

  @Test
  void ofThreeFacesTheOneThatIsTappedIsVerified() {
    Page page = CHROMIUM.open("/", Look.PHONE_LIGHT);
    forget("boris", "clara");
    rider(page, "three");
    choose(page, Photos.threeFaces());
    send(page);
    assertRefused(page, "FACE_COUNT", "We found 3 faces.", "tap your face");
    assertThat(page.locator(".marked rect[data-code=FACE_COUNT]")).hasCount(3);
    Device.PHONE.show(page, "selfie-several-faces");

    middleFace(page).click();

    assertVerified(page, "three");
    SERVER.client().verify("boris-again", Photos.anotherOf(Person.BORIS)).isRejected(DUPLICATE);
    SERVER.client().verify("clara-alone", Photos.anotherOf(Person.CLARA)).isVerified();
    forget("three", "clara-alone");
  }

  @Test
  void afterAReloadAFaceCanBeChosenByTheKeyboard() {
    Page page = CHROMIUM.open("/");
    forget("ada", "boris");
    rider(page, "reloaded");
    choose(page, Photos.twoFaces());
    send(page);
    assertThat(page.locator("button.face")).hasCount(2);
    page.reload();

    Hands.tabTo(page, page.locator("button.face").first(), 20);
    page.keyboard().press("Enter");

    assertVerified(page, "reloaded");
    forget("reloaded");
  }

  @Test
  void withoutJavaScriptEveryFaceIsMarked() {
    Page page = CHROMIUM.openWithoutJavaScript("/");
    rider(page, "plain");
    choose(page, Photos.threeFaces());
    send(page);

    assertThat(page.locator(".marked rect[data-code=FACE_COUNT]")).hasCount(3);
    assertThat(page.locator("button.face").first()).isHidden();
    assertThat(page.locator(".choose")).isHidden();
  }

  @Test
  void aHeicPhotoThatTheBrowserOpensIsSentAsJpeg() {
    Page page = CHROMIUM.open("/");
    forget("elena-who-was-first");
    opening(page, Photos.of(Person.ELENA));
    rider(page, "heic");

    choose(page, "me.heic", HEIC);
    assertThat(page.locator("#preview img")).isVisible();
    send(page);

    assertVerified(page, "heic");
    forget("heic");
  }

  @Test
  void aFileThatIsTooLargeIsMeasuredAfterItWasMadeSmaller() {
    Page page = CHROMIUM.open("/");

    choose(page, "large.jpg", Arrays.copyOf(Photos.of(Person.ADA).bytes(), 20 * 1024 * 1024));

    assertThat(page.locator("#preview img")).isVisible();
    assertThat(page.locator("#refused")).isHidden();
    forget("ada");
    rider(page, "shrunk");
    send(page);
    assertVerified(page, "shrunk");
    forget("shrunk");
  }

  @Test
  void nobodyIsNotEnough() {
    Page page = CHROMIUM.open("/");
    rider(page, "nobody");
    choose(page, Photos.nobody());
    send(page);

    assertRefused(page, "FACE_COUNT", "couldn’t find a face", "Take a photo of yourself alone.");
    assertThat(page.locator(".marked rect")).hasCount(0);
  }

  @Test
  void aDuplicateHearsNothingOfTheOther() {
    SERVER.client().verify("elena-who-was-first", Photos.of(Person.ELENA)).isVerified();
    Page page = CHROMIUM.open("/");
    rider(page, "second");
    choose(page, Photos.anotherOf(Person.ELENA));
    send(page);

    assertRefused(
        page,
        "ALREADY_REGISTERED",
        "Someone is already registered with this face.",
        "ask our support to check");
    assertThat(page.content()).doesNotContain("elena-who-was-first");
  }

  @Test
  void theKeyboardAloneWillDo() {
    Page page = CHROMIUM.open("/");
    page.onFileChooser(
        chooser -> chooser.setFiles(Hands.file("me.jpg", Photos.of(Person.HUGO).bytes())));
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    Hands.tabTo(page, page.locator("#rider"), 20);
    page.keyboard().type("hugo");
    Hands.tabTo(page, button(page, "Choose a photo"), 20);
    page.keyboard().press("Enter");
    assertThat(button(page, "Verify me")).isFocused();
    page.keyboard().press("Enter");

    assertVerified(page, "hugo");
    Hands.tabTo(page, button(page, "Verify someone else"), 20);
    page.keyboard().press("Space");
    assertThat(button(page, "Take a photo")).isFocused();
  }

  @Test
  void whatIsMissingIsSaidAndFocused() {
    Page page = CHROMIUM.open("/");

    send(page);
    assertThat(page.locator("#rider")).isFocused();

    rider(page, "ada");
    send(page);
    assertThat(page.locator("#refused")).hasText("Take or choose a photo first.");
    assertThat(button(page, "Take a photo")).isFocused();
  }

  @Test
  void filesThatCannotBeSentAreRefusedAtOnce() {
    Page page = CHROMIUM.open("/");
    page.route("**/selfie", route -> fail("sent"));

    choose(page, "large.jpg", Arrays.copyOf(new byte[] {-1, -40, -1}, 20 * 1024 * 1024));
    assertThat(page.locator("#refused")).containsText("larger than 15 MB");
    choose(page, "me.heic", HEIC);
    assertThat(page.locator("#refused")).containsText("HEIC");
    choose(page, "me.jpg", "I am no photo".getBytes(UTF_8));
    assertThat(page.locator("#refused")).containsText("not a photo that we can read");
    Pages.assertFlawless(page);
    Pages.photograph(page, "selfie-file-refused-desk-light");

    choose(page, Photos.of(Person.ADA));
    assertThat(page.locator("#refused")).isHidden();
  }

  @Test
  void aConnectionThatBreaksCanBeTriedAgain() {
    Page page = CHROMIUM.open("/");
    rider(page, "ingrid");
    choose(page, Photos.of(Person.INGRID));
    page.route("**/selfie", route -> route.abort("connectionreset"));
    send(page);

    assertThat(page.locator("#problem")).containsText("You went offline");
    assertThat(page.locator("#progress")).isHidden();
    assertThat(page.locator("#rider")).hasValue("ingrid");
    Pages.assertFlawless(page);

    page.unrouteAll();
    button(page, "Try again").click();
    assertVerified(page, "ingrid");
  }

  @Test
  void whoLosesTheConnectionIsVerifiedOnceAfterAReload() {
    Page page = CHROMIUM.open("/");
    rider(page, "cellar");
    choose(page, Photos.of(Person.GRETA));
    page.route("**/selfie", route -> route.abort());
    send(page);
    assertThat(page.locator("#problem")).containsText("It waits here");

    page.unroute("**/selfie");
    page.navigate("/");

    assertVerified(page, "cellar");
    assertExecutedOnce("cellar");
    page.navigate("/");
    assertThat(button(page, "Verify me")).isVisible();
    assertThat(page.locator("#preview")).isHidden();
    assertExecutedOnce("cellar");
    forget("cellar");
  }

  @Test
  void whatWaitsIsSentWhenTheConnectionIsBack() {
    Page page = CHROMIUM.open("/");
    rider(page, "tunnel");
    choose(page, Photos.of(Person.GRETA));
    Network network = Network.of(page);
    network.offline();
    send(page);
    assertThat(page.locator("#problem")).containsText("It waits here");

    network.online();

    assertVerified(page, "tunnel");
    assertExecutedOnce("tunnel");
    forget("tunnel");
  }

  @Test
  void whatWaitedForMoreThanAnHourIsForgotten() {
    Page page = CHROMIUM.open("/");
    page.clock().install();
    rider(page, "late");
    choose(page, Photos.of(Person.GRETA));
    page.route("**/selfie", route -> route.abort());
    send(page);
    assertThat(page.locator("#problem")).containsText("It waits here");
    assertThat(Pages.waitingPhotos(page)).isEqualTo(1);

    Page later = page.context().newPage();
    later.clock().setFixedTime(Instant.now().plusSeconds(3700).toEpochMilli());
    later.navigate("/");

    later.waitForCondition(() -> Pages.waitingPhotos(later) == 0);
    assertThat(later.locator("#preview")).isHidden();
  }

  @Test
  void whoWaitsIsToldThatThePageMayBeClosed() {
    Page page = CHROMIUM.open("/");
    Execution running = Journals.running(new RiderId("waits"), Instant.now());
    SERVER.application().get(Executions.class).start(running);
    page.clock().install();
    page.navigate("/?execution=" + running.id());
    assertThat(page.locator("#progress")).isVisible();
    assertThat(page.locator("#patience")).isEmpty();

    page.clock().fastForward(5_000);

    assertThat(page.locator("#patience")).containsText("You may close this page.");
    Pages.assertFlawless(page);
    SERVER
        .application()
        .get(Executions.class)
        .save(running.ended(Status.REJECTED, true, Instant.now()));
  }

  @Test
  void aConnectionOverWhichNothingMovesIsGivenUp() {
    Page page = CHROMIUM.open("/");
    rider(page, "jonas");
    choose(page, Photos.of(Person.JONAS));
    page.clock().install();
    page.route("**/selfie", _ -> {});
    send(page);
    assertThat(page.locator("#progress")).isVisible();

    page.clock().fastForward(31_000);

    assertThat(button(page, "Try again")).isFocused();
    assertThat(page.locator("#progress")).isHidden();
  }

  @Test
  void aLinkThatHasRunOutIsSaid() {
    Page page = CHROMIUM.open("/");
    rider(page, "quentin");
    choose(page, Photos.of(Person.HUGO));
    page.route("**/selfie", route -> route.fulfill(new FulfillOptions().setStatus(401)));
    send(page);

    assertThat(page.locator("#problem")).containsText("Your link has expired");
    assertThat(page.locator("#rider")).hasValue("quentin");
  }

  @Test
  void whoPressesThreeTimesSendsOnce() {
    Page page = CHROMIUM.open("/");
    rider(page, "impatient");
    choose(page, Photos.of(Person.GRETA));
    assertThat(page.locator("#preview img")).isVisible();

    Object _ =
        page.evaluate(
            "() => [1, 2, 3].forEach(() => document.getElementById('selfie').requestSubmit())");

    assertVerified(page, "impatient");
    assertThat(SERVER.client().get("/v1/executions?rider=impatient").listAt("executions"))
        .hasSize(1);
    forget("impatient");
  }

  @Test
  void onesOwnFaceAgainIsSaidToBeVerifiedAlready() {
    SERVER.client().verify("twice", Photos.of(Person.GRETA)).isVerified();
    Page page = CHROMIUM.open("/");
    rider(page, "twice");
    choose(page, Photos.anotherOf(Person.GRETA));
    send(page);

    assertThat(page.locator("#verdict img.thumbnail")).isVisible();
    assertThat(page).hasTitle("You are verified already · Rider Photos");
    assertThat(page.locator("#selfie")).isHidden();
    Pages.assertFlawless(page);
    Pages.photograph(page, "selfie-verified-already");
    page.getByText("Renew my photo").click();
    rider(page, "twice");
    choose(page, Photos.anotherOf(Person.GRETA));
    send(page);
    assertVerified(page, "twice");
    forget("twice");
  }

  @Test
  void aPhotoThatArrivedUnheardIsNoDuplicateOfItself() {
    Page page = CHROMIUM.open("/");
    rider(page, "kira");
    choose(page, Photos.of(Person.KIRA));
    page.route(
        "**/selfie",
        route -> {
          route.fetch();
          route.abort("connectionreset");
        });
    send(page);
    assertThat(button(page, "Try again")).isVisible();

    page.unrouteAll();
    button(page, "Try again").click();
    assertVerified(page, "kira");
  }

  @Test
  void theAddressIsTheExecutionsFromTheMomentItIsSent() {
    Page page = CHROMIUM.open("/");
    rider(page, "remembered");
    choose(page, Photos.withSunglasses(Person.HUGO));
    send(page);
    assertThat(page.locator(".verdict.rejected")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*/\\?execution=[0-9a-f-]{36}"));
    assertThat(page).hasTitle("Please send another photo · Rider Photos");

    page.reload();
    assertThat(heading(page)).hasText("Please send another photo");
    assertThat(page.locator(".marked img")).isVisible();
    assertMarked(page, "SUNGLASSES");

    button(page, "Try again").click();
    assertThat(page).hasURL(CHROMIUM.url() + "/");
    assertThat(page).hasTitle("Verify your photo · Rider Photos");
  }

  @Test
  void aReloadWhileItIsCheckedGoesOn() {
    Page page = CHROMIUM.open("/");
    Execution running = Journals.running(new RiderId("reloads"), Instant.now());
    SERVER.application().get(Executions.class).start(running);

    page.navigate("/?execution=" + running.id());

    assertThat(heading(page)).hasText("Checking your photo");
    assertThat(page.locator("#progress")).isVisible();
    assertThat(page.locator("#selfie")).isHidden();

    SERVER
        .application()
        .get(Executions.class)
        .save(running.failed("Could not do it").ended(Status.FAILED, true, Instant.now()));
    assertThat(heading(page)).hasText("We could not check your photo");
    button(page, "Try again").click();
    assertThat(page.locator("#rider")).hasValue("reloads");
  }

  @Test
  void theFirstVisitIsLight() {
    Page page = CHROMIUM.open("/");
    page.waitForLoadState();

    Number bytes =
        (Number)
            page.evaluate(
                """
                () => [...performance.getEntriesByType("navigation"),
                       ...performance.getEntriesByType("resource")]
                    .filter(({name}) => !name.endsWith(".svg"))
                    .reduce((sum, {transferSize}) => sum + transferSize, 0)
                """);

    assertThat(bytes.intValue()).isBetween(10_000, 40_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/drinks"})
  void scriptsDoNotWaitForEachOther(String path) {
    Page page = CHROMIUM.open(path);
    page.waitForLoadState();

    Object unannounced =
        page.evaluate(
            """
            () => {
              const named = [...document.querySelectorAll("link[rel=modulepreload], script[src]")]
                  .map(({href, src}) => href || src);
              return performance.getEntriesByType("resource").map(({name}) => name)
                  .filter((name) => name.endsWith(".js") && !named.includes(name));
            }
            """);

    assertThat((List<?>) unannounced).isEmpty();
    assertThat(page.locator("link[rel=modulepreload]")).not().hasCount(0);
  }

  @Test
  void homeScreensHaveAnIcon() {
    Page page = CHROMIUM.open("/");
    String icon = page.locator("link[rel=apple-touch-icon]").getAttribute("href");

    Answer picture = SERVER.client().get(icon);

    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
  }

  @Test
  void withoutEventsTheExecutionIsAskedFor() {
    Page page = CHROMIUM.open("/");
    rider(page, "leon");
    choose(page, Photos.of(Person.LEON));
    page.route("**/events", route -> route.abort());
    send(page);

    assertVerified(page, "leon");
  }

  @Test
  void aVerdictThatCannotBeFetchedCanBeLookedForAgain() {
    Page page = CHROMIUM.open("/");
    rider(page, "maya");
    choose(page, Photos.of(Person.MAYA));
    page.route("**/?photo=false&execution=*", route -> route.abort());
    send(page);
    assertThat(page.locator("#problem")).containsText("Check again");

    page.unrouteAll();
    button(page, "Check again").click();
    assertVerified(page, "maya");
  }

  @Test
  void withoutJavaScriptAPhotoIsVerified() {
    Page page = CHROMIUM.openWithoutJavaScript("/");
    rider(page, "niko");
    choose(page, Photos.of(Person.NIKO));
    send(page);

    assertThat(heading(page)).hasText("You are verified");
    assertThat(page.locator("img.thumbnail")).isVisible();
  }

  @Test
  void withoutJavaScriptAReasonIsMarked() {
    Page page = CHROMIUM.openWithoutJavaScript("/");
    rider(page, "olivia");
    choose(page, Photos.withSunglasses(Person.OLIVIA));
    send(page);

    assertThat(page.getByText("You are wearing sunglasses.")).isVisible();
    assertThat(page.locator(".marked img")).isVisible();
    assertThat(page.locator(".marked [data-code=SUNGLASSES]")).isVisible();
    assertThat(page.locator("#rider")).hasValue("olivia");

    choose(page, Photos.of(Person.OLIVIA));
    send(page);
    assertThat(heading(page)).hasText("You are verified");
  }

  @ParameterizedTest
  @ValueSource(ints = {Photo.MAX_BYTES + 1, 20 * 1024 * 1024})
  void withoutJavaScriptAPhotoThatIsTooLargeGetsItsSentence(int size) {
    Page page = CHROMIUM.openWithoutJavaScript("/");
    rider(page, "large");
    choose(page, "large.jpg", Arrays.copyOf(Photos.of(Person.ADA).bytes(), size));
    send(page);

    assertThat(page.locator("#problem")).containsText("larger than 15 MB");
  }

  @ParameterizedTest
  @EnumSource
  void everyStateIsFitToBeSeen(Device device) {
    Page page = CHROMIUM.open("/", device.first());
    device.show(page, "selfie");

    rider(page, "sight-" + device.title());
    choose(page, Photos.jpeg(Portrait.of(Person.PABLO)));
    assertThat(page.locator("#advice")).not().isEmpty();
    device.show(page, "selfie-preview");

    page.route("**/events", route -> route.abort());
    page.route(
        "**/v1/executions/*",
        route ->
            route.fulfill(
                new FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        """
                        {"status": "RUNNING", "steps": [
                          {"name": "FaceDetection", "status": "SUCCEEDED"},
                          {"name": "CheckFaceDuplicate", "status": "RUNNING"}]}""")));
    send(page);
    assertThat(page.locator("#heading")).isFocused();
    assertThat(page.locator("[data-state=RUNNING]")).isVisible();
    device.show(page, "selfie-progress");
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictIsFitToBeSeen(Device device) {
    SERVER.client().delete("/v1/riders/pablo");
    Page refused = CHROMIUM.open("/", device.first());
    rider(refused, "sight");
    choose(refused, Photos.jpeg(Portrait.of(Person.PABLO).wearingSunglasses()));
    send(refused);
    assertThat(refused.locator("main:has(.verdict.rejected) h1")).isFocused();
    device.show(refused, "selfie-rejected");
    if (device == Device.PHONE) {
      Pages.illustrate(refused, "refused");
    }

    Page verified = CHROMIUM.open("/", device.first());
    rider(verified, "pablo");
    choose(verified, Photos.jpeg(Portrait.of(Person.PABLO)));
    send(verified);
    assertThat(verified.locator("main:has(.verdict.verified) h1")).isFocused();
    device.show(verified, "selfie-verified");
    if (device == Device.PHONE) {
      Pages.illustrate(verified, "verified");
    }
  }

  private static void assertVerified(Page page, String rider) {
    Locator heading = page.getByRole(AriaRole.HEADING, named("You are verified"));
    assertThat(heading).isFocused();
    assertThat(page.locator("#verdict")).containsText(rider);
    assertThat(page.locator("img.thumbnail")).isVisible();
    assertThat(page.locator("img.thumbnail").evaluate("image => image.decode()")).isNull();
    assertThat(page.locator("#progress")).isHidden();
  }

  private static void assertRefused(Page page, String code, String message, String advice) {
    assertThat(page.locator("main:has(.verdict.rejected) h1")).isFocused();
    assertThat(page.locator("li[data-code=%s]".formatted(code))).containsText(message);
    assertThat(page.locator("li[data-code=%s]".formatted(code))).containsText(advice);
    assertThat(page.locator(".reasons li")).hasCount(1);
  }

  /** The box lies on the photo. */
  private static void assertMarked(Page page, String code) {
    var box = page.locator(".marked rect[data-code=%s]".formatted(code)).boundingBox();
    var photo = page.locator(".marked img").boundingBox();
    assertThat(photo.width).isGreaterThan(100);
    assertThat(box.width).isBetween(photo.width / 10, photo.width * 1.05);
    assertThat(box.x).isBetween(photo.x - 20, photo.x + photo.width);
    assertThat(box.y).isBetween(photo.y - 20, photo.y + photo.height);
  }

  private static void assertExecutedOnce(String rider) {
    assertThat(SERVER.client().get("/v1/executions?rider=" + rider).at("executions"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  /** Their faces are free for others. */
  private static void forget(String... riders) {
    for (String rider : riders) {
      SERVER.client().delete("/v1/riders/" + rider);
    }
  }

  /** Whoever comes second from the left. */
  private static Locator middleFace(Page page) {
    List<Locator> fromTheLeft =
        page.locator("button.face").all().stream()
            .sorted(Comparator.comparingDouble(face -> face.boundingBox().x))
            .toList();
    assertThat(fromTheLeft).hasSize(3);
    return fromTheLeft.get(1);
  }

  /** The page anew, in a browser that opens HEIC: whatever the file, it sees this photo. */
  private static void opening(Page page, Photo photo) {
    page.addInitScript(
        """
        const open = window.createImageBitmap.bind(window);
        window.createImageBitmap = async (file, options) =>
            open(file.name?.endsWith(".heic")
                ? new Blob([Uint8Array.from(atob("%s"), (letter) => letter.charCodeAt(0))])
                : file, options);
        """
            .formatted(Base64.getEncoder().encodeToString(photo.bytes())));
    page.reload();
  }

  /** A wall of 3000 by 3000 pixels with a portrait in its middle. */
  private static Photo farAway(Person person, int side) {
    BufferedImage wall = new BufferedImage(3000, 3000, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D pen = wall.createGraphics();
    pen.setColor(new Color(150, 165, 180));
    pen.fillRect(0, 0, 3000, 3000);
    BufferedImage drawn = Portrait.of(person).size(side, side).draw();
    pen.drawImage(drawn, (3000 - side) / 2, (3000 - side) / 2, null);
    pen.dispose();
    return Photos.jpeg(wall);
  }

  /** The page anew, in a browser that finds a face itself: so wide where the picture is 96. */
  private static void seeing(Page page, int width) {
    page.addInitScript(
        """
        window.FaceDetector = class {
          async detect() {
            return [{ boundingBox: { x: 30, y: 40, width: %d, height: %d } }];
          }
        };
        """
            .formatted(width, width));
    page.reload();
  }

  private static Locator heading(Page page) {
    return page.locator("h1");
  }

  private static void rider(Page page, String id) {
    page.locator("#rider").fill(id);
  }

  private static void choose(Page page, Photo photo) {
    choose(page, "me.jpg", photo.bytes());
  }

  private static void choose(Page page, String name, byte[] content) {
    page.locator("#photo").setInputFiles(Hands.file(name, content));
  }

  private static void send(Page page) {
    button(page, "Verify me").click();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
