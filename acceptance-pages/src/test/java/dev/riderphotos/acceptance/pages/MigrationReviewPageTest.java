package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.server.MigrationJobs;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.portraits.Portrait;
import dev.riderphotos.testkit.Photos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faces of a migration that somebody has to look at, in a browser. */
class MigrationReviewPageTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private static String path = "";

  /** Clara's photo is another one now, on which she is with others, and not where she was. */
  @BeforeAll
  static void ridersAreMoved() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationJobs.class).start();
    Client client = SERVER.client();
    client.verify("Ada", Photos.of(Person.ADA)).isVerified();
    Answer clara = client.verify("Clara", Photos.of(Person.CLARA)).isVerified();
    PhotoRef photo = new PhotoRef(clara.textAt("photo/s3bucket"), clara.textAt("photo/s3key"));
    Portrait group = Portrait.together(Person.CLARA, Person.DAVID, Person.ELENA).size(960, 320);
    SERVER.application().get(PhotoStore.class).put(photo, Photos.jpeg(group));
    String live = SERVER.application().get(LiveCollections.class).of(Role.RIDERS).value();
    String id =
        client
            .post(
                "/v1/migrations",
                "{\"from\":\"%s\",\"to\":\"riders-2\",\"sameModel\":true}".formatted(live))
            .textAt("id");
    assertThat(client.post("/v1/migrations/" + id + "/resume", "").status()).isEqualTo(202);
    client.get("/v1/migrations/" + id + "/events");
    path = "/migrations/" + id;
  }

  @Test
  void withoutJavaScriptAnyFaceOfThePhotoIsChosenAndTakenBack() {
    Page page = CHROMIUM.openWithoutJavaScript(path);
    Locator face = page.locator(".doubtful li");
    assertThat(face).hasCount(1);
    assertThat(face).containsText("Clara");
    assertThat(face).containsText("Not found again");
    face.getByRole(AriaRole.LINK, in("Look at it, and choose")).click();

    assertThat(page.locator(".marked rect")).hasCount(4);
    assertThat(page.getByRole(AriaRole.RADIO)).hasCount(3);
    page.getByLabel("Face 1").check();
    button(page, "It is the chosen face").click();

    assertThat(page).hasURL(CHROMIUM.url() + path + "#review");
    assertThat(face).containsText("Moved");
    assertThat(face).containsText("Matched by an operator.");
    face.getByRole(AriaRole.LINK, in("Look at it, and choose")).click();
    assertThat(page.getByLabel("Face 1")).isChecked();
    page.getByLabel("Face 3").check();
    button(page, "It is the chosen face").click();
    face.getByRole(AriaRole.LINK, in("Look at it, and choose")).click();
    assertThat(page.getByLabel("Face 3")).isChecked();

    button(page, "Drop it").click();
    assertThat(face).containsText("Dropped by an operator.");
    face.getByRole(AriaRole.BUTTON, in("Undo")).click();
    assertThat(face).containsText("Not found again");
    assertThat(face).not().containsText("by an operator");
  }

  @Test
  void theListShowsThumbnailsAndAnOpenedOneThePhoto() {
    Page page = CHROMIUM.open(path);
    Locator thumbnail = page.locator(".doubtful img");
    thumbnail.scrollIntoViewIfNeeded();
    page.waitForCondition(() -> width(thumbnail) > 0);
    assertThat(width(thumbnail)).isEqualTo(640);

    thumbnail.click();

    Locator photo = page.locator(".marked.large img");
    page.waitForCondition(() -> width(photo) > 0);
    assertThat(width(photo)).isEqualTo(960);
  }

  @Test
  void whatWasNotChosenOrIsNoFaceIsRefusedOnThePage() {
    Page page = CHROMIUM.open(path);
    page.locator(".doubtful li").getByRole(AriaRole.LINK, in("Look at it, and choose")).click();
    page.getByRole(AriaRole.RADIO)
        .first()
        .evaluate("radio => { radio.value = '0.9 0.9 0.01 0.01'; radio.checked = true; }");

    button(page, "It is the chosen face").click();

    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("The new face is not found in the photo any more");
    assertThat(page.getByRole(AriaRole.RADIO)).hasCount(3);
  }

  @ParameterizedTest
  @EnumSource
  void itIsFitToBeSeenInEitherDirection(Device device) {
    for (String direction : new String[] {"", "-from-right"}) {
      Page page = CHROMIUM.open(path, device.first());
      turn(page, direction);
      Locator thumbnail = page.locator(".doubtful img");
      thumbnail.scrollIntoViewIfNeeded();
      page.waitForCondition(() -> width(thumbnail) > 0);
      device.show(page, "migration-doubtful" + direction);
      thumbnail.click();
      page.waitForCondition(() -> width(page.locator(".marked.large img")) > 0);
      turn(page, direction);
      device.show(page, "migration-review-large" + direction);
    }
  }

  /** Operators' texts are English, whatever their language; the layout has to bear either. */
  private static void turn(Page page, String direction) {
    Object _ =
        page.evaluate(
            "direction => { document.documentElement.dir = direction; }",
            direction.isEmpty() ? "ltr" : "rtl");
  }

  private static int width(Locator image) {
    return (int) image.evaluate("image => image.naturalWidth");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, exactly(name));
  }

  private static Locator.GetByRoleOptions in(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static GetByRoleOptions exactly(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
