package dev.riderphotos.testkit;

import dev.riderphotos.announcement.Announcing;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps wishes as long as it lives. */
public final class InMemoryErasureWishes implements ErasureWishes {
  private final Set<RiderId> riders = ConcurrentHashMap.newKeySet();
  private final Announcing announcing;
  private final InMemoryAnnouncements announcements;
  private final InstantSource clock;

  public InMemoryErasureWishes() {
    this(Announcing.NOTHING, new InMemoryAnnouncements(), InstantSource.system());
  }

  public InMemoryErasureWishes(
      Announcing announcing, InMemoryAnnouncements announcements, InstantSource clock) {
    this.announcing = announcing;
    this.announcements = announcements;
    this.clock = clock;
  }

  @Override
  public void add(RiderId rider) {
    riders.add(rider);
  }

  @Override
  public boolean contain(RiderId rider) {
    return riders.contains(rider);
  }

  @Override
  public List<RiderId> all() {
    return List.copyOf(riders);
  }

  @Override
  public void remove(RiderId rider) {
    if (riders.contains(rider)) {
      announcements.erased(rider, announcing, clock.instant());
      riders.remove(rider);
    }
  }
}
