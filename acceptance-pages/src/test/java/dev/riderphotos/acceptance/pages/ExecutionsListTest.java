package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Answer;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.FaultyRecords;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderProfiles;
import dev.riderphotos.testkit.Faults;
import dev.riderphotos.testkit.Faults.Fault;
import dev.riderphotos.testkit.Photos;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The list of executions: its pictures, how it keeps up, and what can be done with many. */
class ExecutionsListTest {
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
  void thePhotoAndTheFaceThatItResemblesAreShown() {
    client.verify("seen", Photos.of(Person.ADA)).isVerified();
    String refused = client.verify("twin", Photos.anotherOf(Person.ADA)).textAt("executionId");

    for (String path : new String[] {"/executions?part=" + refused, "/executions/" + refused}) {
      Page page = CHROMIUM.open(path);
      assertThat(page.locator(".marked img")).hasAttribute("alt", "Photo sent for twin");
      assertThat(page.locator(".marked rect")).hasCount(1);
      assertThat(page.locator("img.face")).hasCount(1);
      page.waitForCondition(() -> areAllShown(page));
    }
    Answer small = client.get("/executions/" + refused + "/photo?size=small");
    assertThat(small.header("Cache-Control")).isEqualTo("private, no-store");
    assertThat(small.header("Content-Type")).isEqualTo("image/jpeg");
    String nobodys = "/executions/" + refused + "/faces/" + UUID.randomUUID();
    assertThat(client.get(nobodys).status()).isEqualTo(404);
  }

  private static boolean areAllShown(Page page) {
    return (boolean) page.evaluate("[...document.images].every((image) => image.naturalWidth > 0)");
  }

  @Test
  void aPhotoThatIsGoneIsSaidToBe() {
    Answer refused = client.verify("gone", Photos.nobody());
    String path = "/executions/" + refused.textAt("executionId");
    SERVER
        .application()
        .get(PhotoStore.class)
        .delete(new PhotoRef(refused.textAt("photo/s3bucket"), refused.textAt("photo/s3key")));

    assertThat(CHROMIUM.open("/executions?rider=gone").locator(".pictures"))
        .hasText("Photo deleted");
    assertThat(CHROMIUM.open(path).locator("section.sent")).containsText("The photo was deleted.");
    assertThat(client.get(path + "/photo").status()).isEqualTo(404);
    assertThat(client.get("/v1" + path + "/photo").isProblem(404).at("detail"))
        .isEqualTo("The photo is not kept any more.");
  }

  @Test
  void theListIsKeptUpToDateAndNothingMovesUnderItsReader() {
    client.verify("live", Photos.nobody());
    Page page = CHROMIUM.open("/executions?rider=live");
    Locator rows = page.locator("tbody tr");
    assertThat(rows).hasCount(1);

    client.verify("live", Photos.nobody());
    assertThat(rows).hasCount(2);
    assertThat(page.locator("#total")).hasText("2 executions");

    rows.last().getByRole(AriaRole.LINK).first().focus(); // somebody is at work in it
    client.verify("live", Photos.nobody());
    assertThat(page.getByText("New executions: show them")).isVisible();
    assertThat(rows).hasCount(2);
    page.getByText("New executions: show them").click();
    assertThat(rows).hasCount(3);
  }

  @Test
  void manyAreRedrivenAtOnceAndOfEachItIsTold() {
    String one = failed("herd-1", Photos.of(Person.BORIS));
    String other = failed("herd-2", Photos.of(Person.CLARA));
    String gone = failed("herd-3", Photos.of(Person.DAVID));
    Page page = CHROMIUM.openWithoutJavaScript("/executions?part=HERD&status=FAILED");
    assertThat(page.locator("tbody input")).hasCount(3);

    page.locator("#e-" + one + " input").check();
    button(page, "Redrive selected").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 execution is running again.");
    client.get("/v1/executions/" + one + "/events");
    client.get("/v1/executions/" + one).isVerified();

    Answer lost = client.get("/v1/executions/" + gone);
    SERVER
        .application()
        .get(PhotoStore.class)
        .delete(new PhotoRef(lost.textAt("photo/s3bucket"), lost.textAt("photo/s3key")));
    page.navigate("/executions?part=HERD");
    assertThat(page.locator("tbody input")).hasCount(1);
    button(page, "Redrive all failed").click();

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("1 execution is running again.");
    assertThat(page.locator("section:has(#refused) li")).containsText("Its photo is not kept");
    client.get("/v1/executions/" + other + "/events");
    client.get("/v1/executions/" + other).isVerified();
    assertThat(client.post("/v1/executions/" + gone + "/redrive", "").isProblem(410).at("code"))
        .isEqualTo("PHOTO_GONE");
  }

  @Test
  void theApiRedrivesManyAtOnce() {
    String failed = failed("bulk", Photos.of(Person.ELENA));
    String fine = client.verify("bulk-2", Photos.nobody()).textAt("executionId");
    String nobodys = "00000000-0000-4000-8000-000000000000";

    Answer told =
        client.post(
            "/v1/executions/redrive",
            "{\"ids\":[\"%s\",\"%s\",\"%s\"]}".formatted(failed, fine, nobodys));

    assertThat(told.listAt("redriven")).isEqualTo(List.of(failed));
    assertThat(told.at("refused/0/code")).isEqualTo("NOT_FAILED");
    assertThat(told.at("refused/1/code")).isEqualTo("NOT_FOUND");
    client.get("/v1/executions/" + failed + "/events");
    assertThat(client.post("/v1/executions/redrive?rider=bulk", "{\"all\":true}").text())
        .isEqualTo("{\"redriven\":[],\"refused\":[],\"more\":false}");
    assertThat(client.post("/v1/executions/redrive", "{}").isProblem(422).at("field"))
        .isEqualTo("ids");
  }

  @Test
  void aFaceThatIsRegisteredNoMoreIsNotShown() {
    client.verify("leaves", Photos.of(Person.FELIX)).isVerified();
    String refused = client.verify("stays", Photos.anotherOf(Person.FELIX)).textAt("executionId");
    assertThat(client.delete("/v1/riders/leaves").status()).isEqualTo(200);

    Page list = CHROMIUM.open("/executions?rider=stays");
    assertThat(list.locator(".marked img")).hasCount(1);
    assertThat(list.locator("img.face")).hasCount(0);
    Page one = CHROMIUM.open("/executions/" + refused);
    assertThat(one.locator("section:has(#similar) li")).containsText("erased since: 1");
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

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }
}
