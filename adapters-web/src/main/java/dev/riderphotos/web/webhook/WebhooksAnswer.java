package dev.riderphotos.web.webhook;

import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Backlog;
import dev.riderphotos.announcement.Announcements.Off;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with what other programs are to be told.
 *
 * @param state ON while there is an address to send to, and it wants to be sent something; OFF once
 *     it said that it is gone; NOT_SET_UP without an address
 * @param offSince when it said so
 * @param why what it answered
 * @param pending events that are to be told
 * @param dead events that were given up
 * @param oldest when the oldest of those happened that are to be told
 */
@Serdeable
public record WebhooksAnswer(
    State state,
    @Nullable Instant offSince,
    @Nullable String why,
    long pending,
    long dead,
    @Nullable Instant oldest) {

  /** Whether anything is sent. */
  public enum State {
    ON,
    OFF,
    NOT_SET_UP
  }

  /** How it stands now. */
  public static WebhooksAnswer of(Announcements announcements, boolean setUp) {
    Backlog backlog = announcements.backlog();
    Off off = announcements.off().orElse(null);
    return new WebhooksAnswer(
        !setUp ? State.NOT_SET_UP : off == null ? State.ON : State.OFF,
        off == null ? null : off.since(),
        off == null ? null : off.why(),
        backlog.pending(),
        backlog.dead(),
        backlog.oldest());
  }
}
