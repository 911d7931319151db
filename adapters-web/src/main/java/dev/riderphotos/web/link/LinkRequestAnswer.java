package dev.riderphotos.web.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.riderphotos.access.LinkRequest;
import dev.riderphotos.rider.EmailAddress;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rider who asks for a new link.
 *
 * @param email where it would go; null if it would be handed over
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LinkRequestAnswer(String riderId, @Nullable String email, Instant askedAt) {
  static LinkRequestAnswer of(LinkRequest request) {
    EmailAddress email = request.email();
    return new LinkRequestAnswer(
        request.rider().value(), email == null ? null : email.value(), request.askedAt());
  }
}
