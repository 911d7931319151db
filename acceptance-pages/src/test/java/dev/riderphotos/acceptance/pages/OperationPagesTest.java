package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.CreateApiKey;
import dev.riderphotos.access.CreateApiKey.Created;
import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.access.Scope;
import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.AnnouncementId;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.DeadAnnouncements;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.event.DeadLetters;
import dev.riderphotos.event.EventDispatcher;
import dev.riderphotos.execution.ExecutionId;
import dev.riderphotos.execution.Status;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.testkit.Riders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What operators see to: dead letters, keys and links, settings. */
class OperationPagesTest {
  private static final PhotoRef POISON = new PhotoRef("extraction-input", "some/poison.jpg");

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER =
      new RunningServer(
          Map.of("access", "secured", "rekognition.access-keys", "AKIDEXAMPLE:hush-hush-hush"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private Created operator = key("me", Scope.OPERATE);

  @BeforeEach
  void nothingIsThere() {
    ApiKeys keys = SERVER.application().get(ApiKeys.class);
    keys.list().stream().map(ApiKey::id).forEach(keys::revoke);
    operator = key("me", Scope.OPERATE);
    letters().dead(100).forEach(letter -> letters().drop(letter.event().id()));
    webhooks().dead(100).forEach(letter -> webhooks().drop(letter.announcement().id()));
    webhooks().switchOn();
  }

  @Test
  void aKeyIsShownOnceAndRevoked() {
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/keys"));
    assertThat(keys(page)).hasCount(1);
    assertThat(keys(page)).containsText("yours");

    page.getByLabel("Name").fill("Gate 7");
    page.locator("[name='scope.verify']").check();
    button(page, "Create a key").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("shown only once");
    String secret = page.locator(".secret").textContent();
    assertThat(secret).startsWith("rpk_");
    assertThat(page.url()).doesNotContain(secret);

    page.navigate(CHROMIUM.url() + "/keys");
    assertThat(page.content()).contains("Gate 7").doesNotContain(secret);
    keys(page).last().getByRole(AriaRole.LINK).click();
    assertThat(heading(page, "Revoke this key?")).isVisible();
    assertThat(page.getByRole(AriaRole.ALERT)).hasCount(0);
    button(page, "Revoke").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The key was revoked.");
    assertThat(keys(page)).hasCount(1);
  }

  @Test
  void aKeyThatAllowsNothingIsRefusedAndWhatWasTypedStays() {
    Page page = signedIn(CHROMIUM.open("/sign-in?to=/keys"));
    page.getByLabel("Name").fill("Idle");

    button(page, "Create a key").click();

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("scopes names one or more");
    assertThat(page.getByLabel("Name")).hasValue("Idle");
  }

  @Test
  void oneIsWarnedOfOnesOwnKeyAndOfTheLast() {
    Page page = signedIn(CHROMIUM.open("/sign-in?to=/keys"));
    page.navigate(CHROMIUM.url() + "/keys/" + operator.key().id() + "/revoke");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("the last operator");

    Created other = key("other", Scope.OPERATE);
    page.reload();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("your own key");
    SERVER.application().get(ApiKeys.class).revoke(other.key().id()); // who was asked about less
    button(page, "Revoke").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("the last operator");

    button(page, "Revoke").click();
    assertThat(heading(page, "Sign in")).isVisible();
  }

  @Test
  void aLinkIsMadeAndEnded() {
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/keys"));
    Locator make = page.locator("form[action='/keys/links']");
    make.getByLabel("Rider").fill("ada/b");
    make.getByLabel("Valid for").selectOption("7d");
    button(page, "Create a link").click();

    assertThat(page.getByRole(AriaRole.STATUS)).containsText("ada/b");
    assertThat(page.locator(".secret")).containsText("/link?token=");
    String id = page.locator("dd code").textContent();

    page.navigate(CHROMIUM.url() + "/keys");
    page.getByLabel("Id of the link").fill(id);
    button(page, "Revoke a link").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The link was revoked.");
    page.locator("form[action='/keys/links/revoke']").last().getByLabel("Rider").fill("ada/b");
    button(page, "Revoke all links of a rider").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("All links of this rider were revoked.");
  }

  @Test
  void linksAreListedAndEndedByOnePress() {
    RiderLinks links = SERVER.application().get(RiderLinks.class);
    LinkId first = links.issue(new RiderId("greta/g"), Duration.ofHours(1)).id();
    LinkId second = links.issue(new RiderId("greta/g"), Duration.ofDays(1)).id();
    LinkId other = links.issue(new RiderId("hugo"), Duration.ofDays(1)).id();
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/keys"));
    assertThat(link(page, first)).containsText("in force");
    assertThat(link(page, other)).containsText("hugo");

    page.locator("form.filter").getByLabel("Rider").fill("greta/g");
    button(page, "Show links").click();
    assertThat(page.locator("#issued tbody tr")).hasCount(2);
    link(page, second).getByRole(AriaRole.BUTTON).click();

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The link was revoked.");
    assertThat(page.locator("#issued tbody tr")).hasCount(2);
    assertThat(link(page, second)).containsText("revoked");
    assertThat(link(page, second).getByRole(AriaRole.BUTTON)).hasCount(0);
    assertThat(link(page, first)).containsText("in force");
    page.navigate(CHROMIUM.url() + "/keys?rider=nobody");
    assertThat(page.getByText("There are no links that have not expired.")).isVisible();
  }

  private static Locator link(Page page, LinkId id) {
    return page.locator("#issued tbody tr")
        .filter(new Locator.FilterOptions().setHasText(id.value()));
  }

  @Test
  void aDeadLetterIsDeliveredAgainAndDropped() {
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/dead-letters"));
    assertThat(heading(page, "There are no dead letters")).isVisible();
    poison();
    page.reload();
    assertThat(page.locator("tbody tr")).containsText("extraction-input/some/poison.jpg");
    assertThat(page.locator("tbody tr")).containsText("UNREADABLE");

    page.locator("tbody button").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("It is being delivered again.");
    SERVER.application().get(EventDispatcher.class).deliver();
    page.navigate(CHROMIUM.url() + "/dead-letters");
    page.getByText("Drop …").click();
    assertThat(heading(page, "Drop this dead letter?")).isVisible();
    assertThat(letters().dead(10)).as("not yet").hasSize(1);
    button(page, "Drop").click();

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("The dead letter was dropped.");
    assertThat(letters().dead(10)).isEmpty();
  }

  @Test
  void whatProgramsWereNotToldIsSentAgainAndDropped() {
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/dead-letters"));
    OfRider end = untold(ended());
    OfRider erasure = untold(erased());
    page.reload();
    Locator rows = page.locator("#webhooks tbody tr");
    assertThat(rows).hasCount(2);
    assertThat(rows.first()).containsText("Verification of rider ada ended");
    assertThat(rows.first()).containsText("503");
    assertThat(rows.first().getByRole(AriaRole.LINK).first())
        .hasAttribute("href", "/executions/" + end.subject());
    assertThat(rows.last()).containsText("Rider ada was erased");
    assertThat(page.locator("section")).hasCount(1); // nothing that arrived

    rows.first().getByRole(AriaRole.BUTTON).click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("It is being delivered again.");
    assertThat(rows).hasCount(1);
    page.getByText("Drop …").click();
    assertThat(heading(page, "Drop this dead letter?")).isVisible();
    assertThat(webhooks().dead(10))
        .as("not yet")
        .extracting(letter -> letter.announcement().id())
        .containsExactly(erasure.id());
    button(page, "Drop").click();
    assertThat(heading(page, "There are no dead letters")).isVisible();
    assertThat(webhooks().backlog().pending()).isEqualTo(1);
    assertThat(webhooks().dead(10)).isEmpty();
  }

  @Test
  void allThatProgramsWereNotToldIsSentAgainOnceSendingIsOn() {
    OfRider first = untold(ended());
    OfRider second = untold(ended());
    webhooks().switchOff(new Off(Instant.EPOCH, "410"));
    Page page = signedIn(CHROMIUM.openWithoutJavaScript("/sign-in?to=/dead-letters"));
    assertThat(page.locator("form.notice")).containsText("it is gone (410)");

    button(page, "Switch sending on").click();
    assertThat(webhooks().off()).isEmpty();
    assertThat(page.locator("form.notice")).hasCount(0);
    button(page, "Send all again").click();

    assertThat(page.getByRole(AriaRole.STATUS)).hasText("All of them are being delivered again.");
    assertThat(webhooks().dead(10)).isEmpty();
    List.of(first, second).forEach(each -> webhooks().done(each.id()));
  }

  @ParameterizedTest
  @EnumSource
  void everyPageIsFitToBeSeen(Device device) {
    Created program = key("Program of the gate in the north", Scope.VERIFY);
    Page page = signedIn(CHROMIUM.open("/sign-in?to=/keys", device.first()));
    device.show(page, "keys");
    page.navigate(CHROMIUM.url() + "/keys/" + operator.key().id() + "/revoke");
    device.show(page, "key-revoke");
    page.navigate(CHROMIUM.url() + "/keys");
    page.getByLabel("Name").fill("Gate 7");
    page.locator("[name='scope.verify']").check();
    button(page, "Create a key").click();
    device.show(page, "key-made");
    page.navigate(CHROMIUM.url() + "/keys");
    page.locator("form[action='/keys/links']").getByLabel("Rider").fill("ada");
    button(page, "Create a link").click();
    device.show(page, "link-made");
    page.navigate(CHROMIUM.url() + "/settings");
    assertThat(page.locator("tbody")).not().containsText("hush");
    device.show(page, "settings");
    page.navigate(CHROMIUM.url() + "/dead-letters");
    device.show(page, "dead-letters-none");
    poison();
    OfRider _ = untold(ended());
    OfRider _ = untold(erased());
    webhooks().switchOff(new Off(Instant.EPOCH, "410"));
    page.reload();
    device.show(page, "dead-letters");
    page.getByText("Drop …").first().click();
    device.show(page, "dead-letter-drop");
    page.navigate(CHROMIUM.url() + "/dead-letters");
    page.locator("#webhooks").getByText("Drop …").first().click();
    device.show(page, "dead-webhook-drop");
    assertThat(program.key().signsIn()).isFalse();
  }

  private static Locator keys(Page page) {
    return page.locator("section[aria-labelledby=valid] tbody tr");
  }

  private static void poison() {
    SERVER.application().get(PhotoStore.class).put(POISON, Photos.truncated());
    SERVER.application().get(EventDispatcher.class).deliver();
    assertThat(letters().dead(10)).hasSize(1);
  }

  private static ExecutionEnded ended() {
    AnnouncementId id = AnnouncementId.at(Instant.now());
    ExecutionId execution = ExecutionId.random();
    return new ExecutionEnded(
        id,
        Riders.ada(),
        Instant.now(),
        execution,
        Status.VERIFIED,
        null,
        List.of(),
        Instant.now());
  }

  private static RiderErased erased() {
    return new RiderErased(AnnouncementId.at(Instant.now()), Riders.ada(), Instant.now());
  }

  /** Has it given up. */
  private static OfRider untold(OfRider announcement) {
    DeadAnnouncements.add(SERVER, announcement, "503", Instant.now());
    return announcement;
  }

  private static Announcements webhooks() {
    return SERVER.application().get(Announcements.class);
  }

  private static DeadLetters letters() {
    return List.copyOf(SERVER.application().all(DeadLetters.class)).getFirst();
  }

  private Page signedIn(Page page) {
    page.locator("[name=key]").fill(operator.secret().reveal());
    page.locator("main button[type=submit]").click();
    assertThat(page.locator("h1")).not().hasText("Sign in");
    return page;
  }

  private static Created key(String name, Scope scope) {
    return SERVER.application().get(CreateApiKey.class).create(name, Set.of(scope));
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
