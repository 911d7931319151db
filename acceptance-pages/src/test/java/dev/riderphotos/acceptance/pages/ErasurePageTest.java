package dev.riderphotos.acceptance.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.app.testkit.Chromium;
import dev.riderphotos.app.testkit.Pages;
import dev.riderphotos.app.testkit.RunningServer;
import dev.riderphotos.execution.Execution;
import dev.riderphotos.execution.Status;
import dev.riderphotos.portraits.Person;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.Photos;
import dev.riderphotos.verification.ExecutionRunner;
import dev.riderphotos.verification.SubmitRiderPhoto;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Riders who delete their data while a photo of theirs is checked. */
class ErasurePageTest {
  @RegisterExtension
  @Order(1)
  static final RunningServer SERVER = new RunningServer(Map.of("access", "secured"));

  @RegisterExtension
  @Order(2)
  static final Chromium CHROMIUM = Chromium.on(SERVER);

  @Test
  void thePageWaitsForTheEndAndShowsTheReceipt() {
    RiderId rider = new RiderId("leaving");
    Page page = CHROMIUM.open(link(rider));
    Execution running =
        SERVER
            .application()
            .get(SubmitRiderPhoto.class)
            .submit(rider, "me.jpg", Photos.of(Person.ADA), false, null);
    page.navigate("/riders/leaving/delete");
    assertThat(page.locator("article")).containsText("Photos and thumbnails: 1");
    page.locator("[name=sure]").check();
    page.locator("button.destructive").click();

    assertThat(page.locator("h1")).hasText("Your data is being deleted");
    assertThat(page.locator("[role=status]")).containsText("still being checked");
    Pages.assertFlawless(page);
    Pages.photograph(page, "rider-being-erased");

    assertThat(SERVER.application().get(ExecutionRunner.class).run(running.id()).join().status())
        .isEqualTo(Status.VERIFIED);

    assertThat(page.locator("h2").first()).hasText("Receipt");
    assertThat(page.locator(".receipt textarea")).hasValue(Pattern.compile("eyJ[\\w-]+\\.eyJ.+"));
    assertThat(page.locator(".receipt a[download]"))
        .hasAttribute("href", Pattern.compile("data:application/jose,eyJ.+"));
    Pages.assertFlawless(page);
    Pages.photograph(page, "rider-receipt");
    assertThat(page.locator("[role=status]")).containsText("All data of rider leaving");
    page.navigate("/");
    assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
  }

  private static String link(RiderId rider) {
    return "/link?token="
        + SERVER.application().get(RiderLinks.class).issue(rider, Duration.ofHours(1)).token();
  }
}
