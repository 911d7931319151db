package dev.riderphotos.web.webhook;

import dev.riderphotos.announcement.Announcements.DeadLetter;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * An event that could not be told.
 *
 * @param subject the execution, the case or the rider that it is about
 * @param at when that happened
 * @param error of the last attempt
 * @param deadSince when it was given up
 */
@Serdeable
public record DeadWebhookAnswer(
    String eventId,
    String type,
    String subject,
    String riderId,
    Instant at,
    int attempts,
    String error,
    Instant deadSince) {
  public static DeadWebhookAnswer of(DeadLetter letter) {
    return new DeadWebhookAnswer(
        letter.announcement().id().toString(),
        letter.announcement().type(),
        letter.announcement().subject(),
        letter.announcement().rider().value(),
        letter.announcement().at(),
        letter.attempts(),
        letter.error(),
        letter.since());
  }
}
