package dev.riderphotos.app.server;

import dev.riderphotos.announcement.DeliverAnnouncements;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells other programs soon after something happened, for as long as a server runs. */
@Singleton
@Requires(beans = DeliverAnnouncements.class)
public final class AnnouncementDelivery extends RepeatedWork {
  private static final Pace PACE = new Pace(Duration.ofSeconds(1), Duration.ofSeconds(5));

  private final DeliverAnnouncements announcements;

  AnnouncementDelivery(DeliverAnnouncements announcements, Background background) {
    super(background.repeatedly("tell other programs", PACE, announcements::deliver));
    this.announcements = announcements;
  }

  /** Begins no more; what is not told is told after the next start. */
  @Override
  public void stop() {
    announcements.stop();
    super.stop();
  }
}
