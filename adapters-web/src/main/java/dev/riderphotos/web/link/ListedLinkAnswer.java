package dev.riderphotos.web.link;

import dev.riderphotos.access.ListLinks.Listed;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A link that was issued and has not expired, without what makes it one.
 *
 * @param revoked whether it was ended before its time
 */
@Serdeable
public record ListedLinkAnswer(
    String id, String riderId, Instant madeAt, Instant expiresAt, boolean revoked) {
  public static ListedLinkAnswer of(Listed listed) {
    return new ListedLinkAnswer(
        listed.link().id().value(),
        listed.link().rider().value(),
        listed.link().madeAt(),
        listed.link().expiresAt(),
        listed.revoked());
  }
}
