package dev.riderphotos.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Consents.Asked;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.consent.Terms;
import dev.riderphotos.web.access.AccessMode;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ContactHealthTest {
  private static final Contact WHOLE =
      new Contact("Example Rides", "help@example.com", null, "https://example.com/privacy");

  @Test
  void ridersWhoAreNotToldWhomToAskAreAWarning() {
    HealthResult health = health(AccessMode.SECURED, Asked.PAGE, Contact.NONE);

    assertThat(health.getStatus()).isEqualTo(HealthStatus.UP);
    assertThat(health.getDetails().toString())
        .contains("set contact.name, contact.email or contact.url, privacy-url");
  }

  @Test
  void elseThereIsNothingToSay() {
    assertSilent(health(AccessMode.SECURED, Asked.PAGE, WHOLE));
    assertSilent(health(AccessMode.SECURED, Asked.OFF, Contact.NONE));
    assertSilent(health(AccessMode.DEMO, Asked.REQUIRED, Contact.NONE));
  }

  private static void assertSilent(HealthResult health) {
    assertThat(health.getStatus()).isEqualTo(HealthStatus.UP);
    assertThat(health.getDetails().toString()).doesNotContain("set ");
  }

  private static HealthResult health(AccessMode mode, Asked asked, Contact contact) {
    Consents consents = new Consents(asked, Consents.shipped(Terms.DEFAULT, contact));
    return Objects.requireNonNull(
        Mono.from(new ContactHealth(mode, consents, contact).getResult()).block());
  }
}
