package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.verification.ErasureWishes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps wishes as long as it lives. */
public final class InMemoryErasureWishes implements ErasureWishes {
  private final Set<RiderId> riders = ConcurrentHashMap.newKeySet();

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
    riders.remove(rider);
  }
}
