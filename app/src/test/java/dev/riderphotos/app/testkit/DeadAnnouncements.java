package dev.riderphotos.app.testkit;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.embedded.sqlite.Database;
import dev.riderphotos.embedded.sqlite.SqliteAnnouncements;
import java.time.Instant;

/** What other programs could not be told, without anybody having tried. */
public final class DeadAnnouncements {
  private DeadAnnouncements() {}

  /**
   * Adds one.
   *
   * @param since when it was given up
   */
  public static void add(RunningServer server, OfRider announcement, String error, Instant since) {
    boolean _ =
        server
            .application()
            .get(Database.class)
            .write(
                "announce",
                connection -> {
                  SqliteAnnouncements.add(connection, announcement);
                  return true;
                });
    server.application().get(Announcements.class).bury(announcement.id(), error, since);
  }
}
