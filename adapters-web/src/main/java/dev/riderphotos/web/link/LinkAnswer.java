package dev.riderphotos.web.link;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * A link that lets one rider in.
 *
 * @param id to revoke it by
 * @param link to be handed over: told this once, and kept nowhere
 */
@Serdeable
public record LinkAnswer(String riderId, String id, String link, Instant expiresAt) {}
