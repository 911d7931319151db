package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.server.MigrationJobs;
import dev.riderphotos.app.server.MigrationRuns;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Browser;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.face.CollectionId;
import dev.riderphotos.face.FaceCollections;
import dev.riderphotos.face.LiveCollections;
import dev.riderphotos.face.Role;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.testkit.Photos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations as operators see to them, in a browser. */
class MigrationsPageTest {
  private static final String API = "/v1/migrations/";
  private static final AtomicInteger NAMES = new AtomicInteger();

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  @TempDir private static Path home;
  private final Client client = SERVER.client();

  /** Of Clara's photo nothing is left to be found: she is the one to be looked at. */
  @BeforeAll
  static void ridersAreVerified() {
    SERVER.application().get(MigrationRuns.class).start();
    SERVER.application().get(MigrationJobs.class).start();
    for (Person person : List.of(Person.ADA, Person.BORIS)) {
      SERVER.client().verify(person.name(), Photos.of(person)).isVerified();
    }
    Answer clara = SERVER.client().verify("Clara", Photos.of(Person.CLARA)).isVerified();
    PhotoRef photo = new PhotoRef(clara.textAt("photo/s3bucket"), clara.textAt("photo/s3key"));
    SERVER.application().get(PhotoStore.class).put(photo, Photos.nobody());
  }

  @AfterEach
  void nothingIsLeftUnderWay() {
    for (Object migration :
        (List<?>) requireNonNull(client.get("/v1/migrations").at("migrations"))) {
      String path = API + ((Map<?, ?>) migration).get("id");
      if (client.get(path).textAt("state").equals("LIVE")) {
        assertThat(client.post(path + "/back", "").status()).isEqualTo(202);
        assertThat(client.get(path + "/events").status()).isEqualTo(200);
      }
      if (!client.get(path).textAt("state").equals("CANCELLED")) {
        assertThat(client.post(path + "/cancel", "").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aMoveIsPreparedRunAndVerifiedAndTheFiguresAreTheApis() {
    Page page = CHROMIUM.open("/migrations");
    prepare(page);
    assertThat(page.locator("#heading .badge")).hasText("Ready");

    button(page, "Run").click();
    assertThat(page.locator("#heading .badge")).hasText("Done");
    assertThat(page.locator("#progress")).containsText("3 of 3 faces are done");
    button(page, "Verify").click();
    assertThat(page.locator("#heading .badge")).hasText("Proven");
    assertThat(page.locator("#state")).containsText("It was verified.");

    Answer api = client.get(API + page.url().replaceAll(".*/", ""));
    for (Map.Entry<String, String> figure :
        Map.of("Moved", "moved", "Not found again", "notReindexed", "Photos", "images")
            .entrySet()) {
      assertThat(figure(page, figure.getKey()))
          .as(figure.getKey())
          .isEqualTo(String.valueOf(api.at(figure.getValue())));
    }
    assertThat(figure(page, "Searched for")).isEqualTo(String.valueOf(api.at("proof/sampled")));
    assertThat(figure(page, "Moved")).isEqualTo("2");
  }

  @Test
  void whatIsDoubtfulIsShownOnItsPhoto() {
    Page page = CHROMIUM.open("/migrations/" + moved());

    Locator face = page.locator(".doubtful li");
    assertThat(face).hasCount(1);
    assertThat(face).containsText("Clara");
    assertThat(face).containsText("Not found again");
    assertThat(face.locator("rect")).hasCount(1);
    face.scrollIntoViewIfNeeded();
    page.waitForCondition(
        () -> (int) face.locator("img").evaluate("image => image.naturalWidth") > 0);
  }

  @Test
  void whatIsAgainstASwitchIsSaid() {
    Page page = CHROMIUM.open("/migrations/" + moved());

    button(page, "Cut over").click();

    assertThat(page.locator("#state"))
        .containsText("The new collection was not made the live one.");
    assertThat(page.locator("#state")).containsText("66.67 % of the faces are moved");
    assertThat(page.locator("#state"))
        .containsText("It is not proven since faces were moved last.");
  }

  @Test
  void withoutJavaScriptItIsSwitchedAndBack() {
    String id = moved();
    assertThat(client.post(API + id + "/verify", "").status()).isEqualTo(202);
    client.get(API + id + "/events");
    assertThat(client.post(API + id + "/cut-over?minMoved=60", "").status()).isEqualTo(202);
    client.get(API + id + "/events");
    Page page = CHROMIUM.openWithoutJavaScript("/migrations/" + id);
    assertThat(page.locator("#heading .badge")).hasText("Live");

    page.getByLabel("I want it to be deleted").check();
    button(page, "Delete the old collection").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("1 faces are only in");

    button(page, "Go back").click();
    assertThat(page).hasURL(CHROMIUM.url() + "/migrations/" + id);
    client.get(API + id + "/events"); // ends when it is back
    page.reload();
    assertThat(page.locator("#heading .badge")).hasText("Done");
  }

  @Test
  void withoutJavaScriptOneIsGivenUp() {
    Page page = CHROMIUM.openWithoutJavaScript("/migrations");
    prepare(page);

    page.getByLabel("I want to give it up").check();
    button(page, "Give it up").click();

    assertThat(page.locator("#heading .badge")).hasText("Cancelled");
    assertThat(page.locator("#acts")).hasCount(0);
  }

  @Test
  void whatIsWrongIsSaidAndWhatWasTypedStays() {
    Page page = CHROMIUM.open("/migrations");
    page.getByLabel("Collection to move").fill(live());
    page.getByLabel("Name of the new collection").fill("riders-wrong");
    page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("What old and new box of a face must share").fill("2");

    button(page, "Prepare the move").click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("iou is at least 0 and below 1");
    assertThat(page.getByLabel("Name of the new collection")).hasValue("riders-wrong");
    assertThat(page.locator("[name=iou]")).hasAttribute("aria-invalid", "true");
  }

  @Test
  void aRecordsFileIsTaken() throws IOException {
    CollectionId target = new CollectionId("from-file");
    SERVER.application().get(FaceCollections.class).create(target);
    Path file =
        Files.writeString(
            home.resolve("records.json"),
            """
            [{"Bucket":"old-photos","Key":"k.jpg","CollectionId":"from-file","Faces":[
              {"FaceId":"old-1","ImageId":"i",
               "BoundingBoxes":{"Width":0.5,"Height":0.5,"Left":0.1,"Top":0.1}}]},
             {"Bucket":"old-photos"}]
            """);
    Page page = CHROMIUM.open("/migrations");

    page.getByLabel("Records file (JSON").setInputFiles(file);
    page.getByLabel("Collection that its faces go to").fill("from-file");
    button(page, "Read the file").click();
    assertThat(page.locator("#rejected"))
        .containsText("Records of the file that cannot be moved: 1");
    button(page, "Run").click();

    assertThat(page.locator("#heading .badge")).hasText("Done");
    assertThat(page.locator("section:has(#dead)")).containsText("Object does not exist");
  }

  @Test
  void aFormThatIsNotOursChangesNothing() {
    String id = moved();
    assertThat(
            new Browser(client)
                .post("/migrations/" + id + "/cancel", Map.of("csrf", "0".repeat(64)))
                .status())
        .isEqualTo(403);
    assertThat(client.get(API + id).at("state")).isEqualTo("DONE");
  }

  @Test
  void whatIsNotThereIsSaidOnAPage() {
    assertThat(client.get("/migrations/20260101-000000-abcd").status()).isEqualTo(404);
    assertThat(client.get("/migrations/No_Id").status()).isEqualTo(400);
    assertThat(client.get("/migrations/20260101-000000-abcd/photos/none").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFitToBeSeen(Device device) {
    Page list = CHROMIUM.open("/migrations", device.first());
    device.show(list, "migrations");
    prepare(list);
    device.show(list, "migration-ready");
    button(list, "Run").click();
    assertThat(list.locator("#heading .badge")).hasText("Done");
    device.show(list, "migration-review");
    button(list, "Verify").click();
    assertThat(list.locator("#heading .badge")).hasText("Proven");
    device.show(list, "migration-proof");
    button(list, "Cut over").click();
    assertThat(list.locator("#state")).containsText("66.67 %");
    device.show(list, "migration-refused");
  }

  private static void prepare(Page page) {
    page.getByLabel("Collection to move").fill(live());
    page.getByLabel("Name of the new collection").fill("riders-" + NAMES.incrementAndGet());
    page.getByText("More", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("The new collection may be of the old one").check();
    button(page, "Prepare the move").click();
    assertThat(page.locator("#progress")).isVisible();
  }

  /** The id of one whose faces are moved. */
  private String moved() {
    String to = "riders-" + NAMES.incrementAndGet();
    Answer prepared =
        client.post(
            "/v1/migrations",
            "{\"from\":\"%s\",\"to\":\"%s\",\"sameModel\":true}".formatted(live(), to));
    String id = prepared.textAt("id");
    assertThat(client.post(API + id + "/resume", "").status()).isEqualTo(202);
    client.get(API + id + "/events");
    return id;
  }

  private static String live() {
    return SERVER.application().get(LiveCollections.class).of(Role.RIDERS).value();
  }

  private static String figure(Page page, String name) {
    return page.locator("dt", new Page.LocatorOptions().setHasText(name))
        .locator("xpath=following-sibling::dd[1]")
        .first()
        .innerText()
        .replaceAll(" .*", "");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
