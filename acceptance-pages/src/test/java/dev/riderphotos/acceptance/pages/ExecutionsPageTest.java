package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.access.LinkRequests;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.gallery.GalleryPhotos;
import dev.riderphotos.gallery.IndexPhoto;
import dev.riderphotos.gallery.PhotoIndexing;
import dev.riderphotos.gallery.PhotoMetadata;
import dev.riderphotos.gallery.PhotoName;
import dev.riderphotos.language.Language;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Executions as operators look into them: in a browser, with records that can be made to fail. */
class ExecutionsPageTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(Map.of(FaultyRecords.PROPERTY, true, "retries.delay", "1ms"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private final Client client = SERVER.client();

  @AfterEach
  void heal() {
    faults().heal();
  }

  @Test
  void theListTellsAtAGlanceWhatCameOfAPhoto() {
    client.verify("glance", Photos.of(Person.ADA)).isVerified();
    client.verify("glance", Photos.nobody());
    Page page = CHROMIUM.open("/executions?rider=glance");

    Locator rows = page.locator("tbody tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("Refused");
    assertThat(rows.first()).containsText("Detected 0 faces in the photo.");
    assertThat(rows.first().locator("time")).hasText("just now");
    assertThat(rows.last()).containsText("Verified");

    rows.first().getByRole(AriaRole.LINK).first().click();
    assertThat(heading(page, "Execution")).isVisible();
    assertThat(page.locator("#verdict")).hasText("The photo was refused.");
  }

  @Test
  void theListIsNarrowedByTheKeyboardAlone() {
    client.verify("keys", Photos.of(Person.BORIS)).isVerified();
    client.verify("keys", Photos.nobody());
    Page page = CHROMIUM.open("/executions");

    page.getByLabel("Status").focus();
    page.keyboard().type("Refused");
    page.keyboard().press("Tab");
    page.keyboard().type("keys");
    page.keyboard().press("Enter");

    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.getByLabel("Rider")).hasValue("keys");
    assertThat(page.getByLabel("Status")).hasValue("REJECTED");
  }

  @Test
  void aFilterThatLetsNothingThroughSaysSo() {
    Page page = CHROMIUM.open("/executions?rider=nobody-of-that-name");

    assertThat(heading(page, "No matches")).isVisible();
    page.getByText("Show all executions").click();
    assertThat(page).hasURL(CHROMIUM.url() + "/executions");
  }

  @Test
  void aLongListHasPages() {
    for (int photo = 0; photo < 21; photo++) {
      client.verify("many & more", Photos.tooSmall());
    }
    Page page = CHROMIUM.open("/executions");
    page.getByLabel("Rider").fill("many & more");
    button(page, "Filter").click();
    assertThat(page.locator("tbody tr")).hasCount(20);

    assertThat(page.locator("#total")).hasText("21 executions");
    String newest = page.locator("tbody tr").first().getAttribute("id");

    page.getByText("Older").click();
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.getByText("Older")).hasCount(0);
    page.locator(".pages").getByText("Newer").click();
    assertThat(page.locator("tbody tr")).hasCount(20);
    assertThat(page.locator("tbody tr").first()).hasAttribute("id", newest);
    page.getByText("Older").click();
    page.locator(".pages").getByText("Newest").click();
    assertThat(page.locator("tbody tr")).hasCount(20);
  }

  @Test
  void everyStateIsDrawnAndToldInWords() {
    String id = client.verify("drawn", Photos.nobody()).textAt("executionId");
    Page page = CHROMIUM.open("/executions/" + id);

    assertThat(page.locator(".graph .rejected .name")).hasText("FaceDetection");
    assertThat(page.locator(".graph .succeeded .name")).hasText("PhotoDoesNotMeetRequirement");
    assertThat(page.locator(".graph .not-reached")).hasCount(4);
    Locator graph = page.getByRole(AriaRole.IMG, named("Path through the workflow"));
    assertThat(graph)
        .hasAccessibleDescription(
            Pattern.compile("FaceDetection: Refused\\. CheckFaceDuplicate: Not reached.*"));
    assertThat(page.locator("section:has(#events) tbody tr")).hasCount(2);
    assertThat(page.locator("section:has(#events) tbody tr").first()).containsText("1");
  }

  @Test
  void inputsAndOutputsAreFoldedAway() {
    String id = client.verify("folded", Photos.withSunglasses(Person.CLARA)).textAt("executionId");
    Page page = CHROMIUM.open("/executions/" + id);
    Locator output =
        page.locator("details", new Page.LocatorOptions().setHasText("Output of Face"));
    assertThat(output.locator("pre")).isHidden();

    output.locator("summary").click();

    assertThat(output.locator("pre")).containsText("\"sunglasses\": true");
    assertThat(page.locator("details").first().locator("pre"))
        .containsText("\"userId\": \"folded\"");
  }

  @Test
  void operatorsSeeWhoLooksAlike() {
    client.verify("first <b>", Photos.of(Person.DAVID)).isVerified();
    Answer refused = client.verify("second", Photos.anotherOf(Person.DAVID));
    assertThat(client.get("/v1/executions/" + refused.textAt("executionId")).text())
        .doesNotContain("first");
    Page page = CHROMIUM.open("/executions/" + refused.textAt("executionId"));

    Locator alike = page.locator("section:has(#similar) li");
    assertThat(alike).containsText("Duplicate");
    alike.getByRole(AriaRole.LINK).click();
    assertThat(heading(page, "Rider first <b>")).isVisible();
  }

  @Test
  void aFailedOneIsRedrivenAndWatched() {
    Page page = CHROMIUM.open("/executions/" + failed("redriven", Photos.of(Person.ELENA)));
    assertThat(page.locator("#verdict")).containsText("Could not do RiderProfiles.replace");
    assertThat(page.locator(".graph .failed .name")).hasText("PersistMetadata");
    assertThat(page.locator(".graph .failed .figure")).containsText("7 attempts");

    button(page, "Redrive").click();

    assertThat(page.locator("#verdict")).hasText("The rider is verified.");
    assertThat(page.locator("#heading .badge")).hasText("Verified");
    assertThat(page.locator(".graph .succeeded .figure").last()).containsText("8 attempts");
    assertThat(button(page, "Redrive")).hasCount(0);
    assertThat(page.locator(".graph .edge.taken")).hasCount(5);
  }

  @Test
  void withoutJavaScriptAFailedOneIsRedriven() {
    String id = failed("plain", Photos.of(Person.GRETA));
    Page page = CHROMIUM.openWithoutJavaScript("/executions/" + id);

    button(page, "Redrive").click();
    assertThat(page).hasURL(CHROMIUM.url() + "/executions/" + id);
    client.get("/v1/executions/" + id + "/events"); // ends when the execution does
    page.reload();

    assertThat(page.locator("#verdict")).hasText("The rider is verified.");
  }

  @Test
  void aRunningOneCanBeWatched() {
    String id = failed("watched", Photos.of(Person.INGRID));
    Page page = CHROMIUM.open("/executions/" + id);
    faults().always(Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));

    button(page, "Redrive").click();

    assertThat(page.locator("#verdict")).containsText("rolled back");
    assertThat(page.locator(".graph .failed .figure")).containsText("14 attempts");
    assertThat(button(page, "Redrive")).isVisible();
  }

  @Test
  void theApiRedrives() {
    String path = "/v1/executions/" + failed("api", Photos.of(Person.JONAS));

    Answer redriven = client.post(path + "/redrive?wait=true", "");
    redriven.isVerified();
    assertThat(client.post(path + "/redrive", "").isProblem(409).at("code"))
        .isEqualTo("NOT_FAILED");
    client.post("/v1/executions/00000000-0000-4000-8000-000000000000/redrive", "").isProblem(404);
  }

  @Test
  void theApiNeedNotWaitForARedrive() {
    String path = "/v1/executions/" + failed("later", Photos.of(Person.KIRA));

    Answer begun = client.post(path + "/redrive", "");

    assertThat(begun.status()).isEqualTo(202);
    assertThat(begun.header("Location")).isEqualTo(path);
    assertThat(begun.at("status")).isEqualTo("RUNNING");
    client.ended(begun).isVerified();
  }

  @Test
  void whatHasNotFailedIsNotRedriven() {
    String id = client.verify("fine", Photos.of(Person.LEON)).isVerified().textAt("executionId");

    Answer page = post("/executions/" + id + "/redrive");

    assertThat(page.status()).isEqualTo(409);
    assertThat(page.text())
        .contains("Only a failed execution can be redriven; this one is VERIFIED.");
  }

  @Test
  void aFormThatIsNotOursChangesNothing() {
    String id = failed("forged", Photos.of(Person.HUGO));
    for (String path : new String[] {"/executions/" + id + "/redrive", "/riders/forged/erase"}) {
      assertThat(new Browser(client).post(path, Map.of("csrf", "0".repeat(64))).status())
          .isEqualTo(403);
    }
    assertThat(client.get("/v1/executions/" + id).at("status")).isEqualTo("FAILED");
  }

  @Test
  void whatIsNotThereIsSaidOnAPage() {
    for (Map.Entry<String, Integer> wrong :
        Map.of(
                "/executions/00000000-0000-4000-8000-000000000000", 404,
                "/executions/nonsense", 400,
                "/executions?status=NOPE", 422,
                "/executions?cursor=zzz", 400,
                "/riders/nobody-of-that-name", 404)
            .entrySet()) {
      Answer page = client.get(wrong.getKey());
      assertThat(page.status()).as(wrong.getKey()).isEqualTo(wrong.getValue());
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.text()).contains("Something went wrong", "<main");
    }
  }

  @Test
  void aRiderIsErasedWithAReceipt() {
    client.verify("erased", Photos.nobody());
    String key = client.verify("erased", Photos.of(Person.MAYA)).isVerified().textAt("photo/s3key");
    Page page = CHROMIUM.open("/riders/erased");
    assertThat(page.locator(".profile img")).hasJSProperty("naturalWidth", 300);
    assertThat(page.locator("tbody tr")).hasCount(2);

    page.getByText("Erase …").click();
    assertThat(heading(page, "Erase rider erased?")).isVisible();
    assertThat(page.locator("article")).not().containsText(key);
    assertThat(client.get("/v1/riders/erased").status()).as("not yet").isEqualTo(200);
    button(page, "Erase for good").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("All data of rider erased");
    assertThat(page.locator("main")).not().containsText(key);
    assertThat(page.locator("article dd").first()).hasText("erased");
    assertThat(page.locator("article")).containsText("The gallery was not looked at.");
    client.get("/v1/riders/erased").isProblem(404);
    assertThat(client.get("/riders/erased").status()).isEqualTo(404);
  }

  @Test
  void photosOfTheGalleryGoWithARiderIfTheyAreNamed() {
    GalleryPhotos gallery = SERVER.application().get(GalleryPhotos.class);
    PhotoName bar = new PhotoName("at the bar.jpg");
    PhotoIndexing _ =
        SERVER
            .application()
            .get(IndexPhoto.class)
            .index(bar, Photos.of(Person.OLIVIA), PhotoMetadata.NONE);
    Answer _ = client.verify("named", Photos.nobody());
    Page page = CHROMIUM.openWithoutJavaScript("/riders/named/erase");
    Locator names = page.getByLabel("Photos of the gallery that are deleted, too");

    names.fill("at the bar.jpg\n" + "x".repeat(200));
    button(page, "Erase for good").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 to 188 bytes");
    assertThat(names).hasValue("at the bar.jpg\n" + "x".repeat(200));
    assertThat(gallery.find(bar)).as("not yet").isPresent();
    names.fill("at the bar.jpg\n\n  never-there.jpg\n");
    button(page, "Erase for good").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("All data of rider named");
    assertThat(page.locator("article")).not().containsText("not searched");
    assertThat(gallery.find(bar)).isEmpty();
  }

  @Test
  void withoutJavaScriptARiderIsErased() {
    client.verify("a/b+?c", Photos.of(Person.NIKO)).isVerified();
    Page page = CHROMIUM.openWithoutJavaScript("/riders?rider=a/b%2B?c");
    assertThat(page.locator(".profile img")).isVisible();

    page.getByText("Erase …").click();
    button(page, "Erase for good").click();

    assertThat(page.getByText("All data of rider a/b+?c has been erased.")).isVisible();
  }

  @Test
  void whoIsBeingVerifiedIsErasedLater() {
    AtomicBoolean broken = new AtomicBoolean(); // with the row, so that nothing can be undone
    faults()
        .always(
            Fault.RETRYABLE,
            call -> {
              if (call.is(RiderProfiles.class, "replace")) {
                broken.set(true);
              }
              return broken.get() && call.port().equals(RiderProfiles.class);
            });
    client.verify("busy", Photos.of(Person.OLIVIA));

    Answer page = post("/riders/busy/erase");

    assertThat(page.status()).isEqualTo(303);
    assertThat(client.get(page.header("Location")).text()).contains("is still being checked");
    faults().heal();
    assertThat(client.get("/riders/busy").text()).contains("This rider is to be erased.");
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFitToBeSeen(Device device) {
    String rider = "sight-" + device.title();
    client.verify(rider, Photos.of(Person.PABLO)).isVerified();
    String rejected =
        client
            .verify("other-" + device.title(), Photos.anotherOf(Person.PABLO))
            .textAt("executionId");
    String failed = failed("unlucky", Photos.of(Person.FELIX));

    Page _ = show("/executions", "executions", device);
    Page _ = show("/executions?rider=nobody-of-that-name", "executions-none", device);
    Page execution = show("/executions/" + rejected, "execution-rejected", device);
    if (device == Device.DESK) {
      Pages.illustrate(execution, "execution");
    }
    Page _ = show("/executions/" + failed, "execution-failed", device);
    Page _ = show("/executions/nonsense", "problem", device);
    Page _ = show("/riders", "riders-none", device);
    SERVER
        .application()
        .get(LinkRequests.class)
        .open(
            new LinkRequest(
                new RiderId(rider),
                new EmailAddress("a.rider.with.a.long.address@mail.example.com"),
                Duration.ofDays(1),
                Language.ENGLISH,
                Instant.now()));
    Page riders = show("/riders", "riders", device);
    riders.getByText("Give a new link").last().click();
    assertThat(riders.getByRole(AriaRole.STATUS)).containsText("has a new link");
    device.show(riders, "rider-given");
    Page _ = show("/riders/" + rider, "rider", device);
    Page _ = show("/riders/" + rider + "/erase", "rider-erase", device);
    Page page = CHROMIUM.open("/riders/" + rider + "/erase", device.first());
    button(page, "Erase for good").click();
    device.show(page, "rider-erased");
  }

  private static Page show(String path, String name, Device device) {
    Page page = CHROMIUM.open(path, device.first());
    device.show(page, name);
    return page;
  }

  /** The id of an execution that failed at its very end; the backend is well again. */
  private String failed(String rider, Photo photo) {
    faults().always(Fault.RETRYABLE, call -> call.is(RiderProfiles.class, "replace"));
    Answer failed = client.verify(rider, photo);
    assertThat(failed.at("status")).as(failed.toString()).isEqualTo("FAILED");
    faults().heal();
    return failed.textAt("executionId");
  }

  private static Faults faults() {
    return SERVER.application().get(Faults.class);
  }

  /** With the token that every page with a form has. */
  private Answer post(String path) {
    return new Browser(client).post("/drinks", path, Map.of());
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
