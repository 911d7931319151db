package dev.riderphotos.embedded.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcements.Off;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.review.Cases;
import dev.riderphotos.testkit.AnnouncementsContract;
import dev.riderphotos.testkit.CaseFiles;
import dev.riderphotos.verification.ErasureWishes;
import java.io.IOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteAnnouncementsTest extends AnnouncementsContract {
  @RegisterExtension private final Storage storage = new Storage();
  private @Nullable Executions executions;

  @Override
  protected Announcements announcements() {
    return new SqliteAnnouncements(storage.database());
  }

  @Override
  protected Executions executions() {
    if (executions == null) {
      executions = new SqliteExecutions(storage.database(), Announcing.ALL);
    }
    return executions;
  }

  @Override
  protected Cases cases() {
    return new SqliteCases(storage.database(), Announcing.ALL);
  }

  @Override
  protected ErasureWishes wishes(InstantSource clock) {
    return new SqliteErasureWishes(storage.database(), Announcing.ALL, clock);
  }

  @Override
  protected void announce(OfRider announcement) {
    boolean _ =
        storage
            .database()
            .write(
                "announce",
                connection -> {
                  SqliteAnnouncements.add(connection, announcement);
                  return true;
                });
  }

  @Override
  protected void breakAnnouncements() {
    int _ =
        storage
            .database()
            .write("break", connection -> Statements.change(connection, "drop table announcement"));
  }

  @Test
  void theSwitchOutlivesAProcess() throws IOException {
    announcements().switchOff(new Off(CaseFiles.NOON, "410 Gone"));

    storage.reopen();

    assertThat(announcements().off()).contains(new Off(CaseFiles.NOON, "410 Gone"));
  }
}
