package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows the riders as long as it lives. */
public final class InMemoryRiderProfiles implements RiderProfiles {
  private final Map<RiderId, RiderProfile> profiles = new ConcurrentHashMap<>();

  @Override
  public Optional<RiderProfile> find(RiderId rider) {
    return Optional.ofNullable(profiles.get(rider));
  }

  @Override
  public synchronized Optional<RiderProfile> replace(
      @Nullable RiderProfile expected, RiderProfile next) {
    if (Objects.equals(profiles.get(next.rider()), expected)) {
      profiles.put(next.rider(), next);
    }
    return find(next.rider());
  }

  @Override
  public synchronized void delete(RiderProfile profile) {
    profiles.remove(profile.rider(), profile);
  }

  @Override
  public List<RiderId> riders(@Nullable RiderId after, int limit) {
    return profiles.keySet().stream()
        .filter(rider -> after == null || rider.value().compareTo(after.value()) > 0)
        .sorted(Comparator.comparing(RiderId::value))
        .limit(limit)
        .toList();
  }

  /** Everybody's. */
  public List<RiderProfile> all() {
    return List.copyOf(profiles.values());
  }
}
