package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Client;
import dev.riderphotos.app.testkit.Device;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.audit.Act;
import dev.riderphotos.audit.Actor;
import dev.riderphotos.audit.Audit;
import dev.riderphotos.audit.AuditEntry;
import dev.riderphotos.audit.Deed;
import dev.riderphotos.audit.Origin;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.Statements;
import dev.riderphotos.rider.RiderId;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was done and shown, for people. */
class AuditPageTest {
  private static final Origin DEMO = new Origin(Actor.of(Actor.Kind.DEMO), "192.0.2.7");
  private static final String CASE = "0b7e7a5e-6b0e-4c5e-9f43-0a6a3c1b2d3e";

  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer();

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  private final Client client = SERVER.client();

  @Test
  void entriesAreFilteredByTheIdThatIsTyped() {
    tell(Deed.of(Act.RIDER_ERASED, new RiderId("ada")));
    tell(Deed.of(Act.RIDER_ERASED, new RiderId("boris")));
    tell(Deed.of(Act.LINK_MADE, new RiderId("ada")));
    Page page = CHROMIUM.open("/audit");

    page.getByRole(AriaRole.TEXTBOX, named("Rider")).fill("ada");
    page.locator("[name=act]").selectOption("rider-erased");
    button(page, "Filter").click();

    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.locator("tbody tr")).containsText("Rider erased");
    assertThat(page.locator("tbody tr")).containsText("192.0.2.7");
    assertThat(page.locator("tbody")).not().containsText("ada");
  }

  @Test
  void pagesGoBothWays() {
    for (int i = 0; i < 120; i++) {
      tell(Deed.of(Act.REDRIVEN).saying("page"));
    }
    Page page = CHROMIUM.open("/audit?act=redriven");
    assertThat(page.locator("tbody tr")).hasCount(50);
    String newest = page.locator("tbody tr td").first().textContent();

    link(page, "Older").click();
    assertThat(link(page, "Newer")).isVisible();
    String middle = page.locator("tbody tr td").first().textContent();
    link(page, "Older").click();
    assertThat(link(page, "Older")).hasCount(0);
    link(page, "Newer").click();
    assertThat(page.locator("tbody tr td").first()).hasText(middle);
    link(page, "Newer").click();
    assertThat(page.locator("tbody tr td").first()).hasText(newest);
  }

  @Test
  void withoutJavaScriptANoteIsDeleted() {
    AuditEntry entry =
        SERVER
            .application()
            .get(Audit.class)
            .tell(DEMO, Deed.of(Act.CASE_DECIDED, CASE).saying("TWO_PEOPLE"), "It was dark.");
    Page page = CHROMIUM.openWithoutJavaScript("/audit?act=case-decided");
    assertThat(page.getByText("It was dark.")).isVisible();

    button(page, "Delete the note beside entry " + entry.number()).click();

    assertThat(page.getByText("It was dark.")).hasCount(0);
    assertThat(client.get("/v1/audit?act=note-deleted").text())
        .contains("\"about\":\"" + entry.number());
  }

  @Test
  void itIsCheckedWhenSomebodyAsks() {
    AuditEntry entry = tell(Deed.of(Act.LINK_REVOKED));
    Page page = CHROMIUM.open("/audit");

    button(page, "Check now").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sound");

    change("update audit_entry set detail = 'x' where number = ?", entry.number());
    button(page, "Check now").click();
    assertThat(page.getByRole(AriaRole.ALERT))
        .containsText("Entry " + entry.number() + " was changed.");
    Device.DESK.show(page, "audit-broken");

    change("update audit_entry set detail = null where number = ?", entry.number());
    button(page, "Check now").click();
    assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sound");
  }

  @ParameterizedTest
  @EnumSource
  void everybodyCanWorkWithIt(Device device) {
    var _ =
        SERVER
            .application()
            .get(Audit.class)
            .tell(
                DEMO,
                Deed.of(Act.CASE_DECIDED, CASE)
                    .saying("TWO_PEOPLE")
                    .concerning(List.of(new RiderId("ada"), new RiderId("boris"))),
                "They are brothers.");
    Page page = CHROMIUM.open("/audit?act=case-decided", device.first());
    device.show(page, "audit");
  }

  private static AuditEntry tell(Deed deed) {
    return SERVER.application().get(Audit.class).tell(DEMO, deed);
  }

  private static void change(String sql, long number) {
    int _ =
        SERVER
            .application()
            .get(Database.class)
            .write("tamper", connection -> Statements.change(connection, sql, number));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  /** Which look like buttons. */
  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private static GetByRoleOptions named(String name) {
    return new GetByRoleOptions().setName(name).setExact(true);
  }
}
