package dev.riderphotos.web.webhook;

import dev.riderphotos.announcement.Announcement.ExecutionEnded;
import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcement.ReviewDecided;
import dev.riderphotos.announcement.Announcement.RiderErased;
import dev.riderphotos.announcement.Announcements.DeadLetter;
import dev.riderphotos.web.page.Moment;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be told, as a page tells of it.
 *
 * @param subject the execution, the case or the rider that it is about
 * @param path where that is shown; {@code null} if it is no more
 * @param at when that happened
 * @param since when it was given up
 */
@Introspected
public record DeadWebhookView(
    String id,
    String type,
    String subject,
    @Nullable String path,
    String rider,
    Moment at,
    int attempts,
    String error,
    Moment since) {
  public static DeadWebhookView of(DeadLetter letter, Instant now) {
    OfRider announcement = letter.announcement();
    return new DeadWebhookView(
        announcement.id().toString(),
        announcement.type(),
        announcement.subject(),
        path(announcement),
        announcement.rider().value(),
        Moment.of(announcement.at(), now),
        letter.attempts(),
        letter.error(),
        Moment.of(letter.since(), now));
  }

  private static @Nullable String path(OfRider announcement) {
    return switch (announcement) {
      case ExecutionEnded ended -> "/executions/" + ended.execution();
      case ReviewDecided decided -> "/reviews/" + decided.review();
      case RiderErased _ -> null;
    };
  }
}
