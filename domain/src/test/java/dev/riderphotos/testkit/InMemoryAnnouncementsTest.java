package dev.riderphotos.testkit;

import dev.riderphotos.announcement.Announcement.OfRider;
import dev.riderphotos.announcement.Announcements;
import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.execution.Executions;
import dev.riderphotos.review.Cases;
import dev.riderphotos.verification.ErasureWishes;
import java.time.InstantSource;

class InMemoryAnnouncementsTest extends AnnouncementsContract {
  private final InMemoryAnnouncements announcements = new InMemoryAnnouncements();
  private final Executions executions = new InMemoryExecutions(Announcing.ALL, announcements);
  private final Cases cases = new InMemoryCases(Announcing.ALL, announcements);

  @Override
  protected Announcements announcements() {
    return announcements;
  }

  @Override
  protected Executions executions() {
    return executions;
  }

  @Override
  protected Cases cases() {
    return cases;
  }

  @Override
  protected ErasureWishes wishes(InstantSource clock) {
    return new InMemoryErasureWishes(Announcing.ALL, announcements, clock);
  }

  @Override
  protected void announce(OfRider announcement) {
    announcements.add(announcement);
  }

  @Override
  protected void breakAnnouncements() {
    announcements.breakDown();
  }
}
