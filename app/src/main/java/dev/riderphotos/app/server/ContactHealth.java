package dev.riderphotos.app.server;

import dev.riderphotos.consent.Consents;
import dev.riderphotos.consent.Contact;
import dev.riderphotos.web.access.AccessMode;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Warns when riders are asked for consent and not told who keeps their photos, or whom to ask. All
 * works without, so it is UP; in demo mode nobody needs telling.
 */
@Singleton
final class ContactHealth implements HealthIndicator {
  private final AccessMode mode;
  private final Consents consents;
  private final Contact contact;

  ContactHealth(AccessMode mode, Consents consents, Contact contact) {
    this.mode = mode;
    this.consents = consents;
    this.contact = contact;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Mono.fromSupplier(this::result);
  }

  private HealthResult result() {
    List<String> missing = contact.missing();
    boolean warned =
        mode == AccessMode.SECURED && consents.asked() != Consents.Asked.OFF && !missing.isEmpty();
    Map<String, String> details =
        warned
            ? Map.of(
                "warning",
                "Riders are not told who keeps their photos, and whom to ask: set "
                    + String.join(", ", missing))
            : Map.of();
    return HealthResult.builder("contact", HealthStatus.UP).details(details).build();
  }
}
