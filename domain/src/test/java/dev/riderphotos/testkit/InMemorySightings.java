package dev.riderphotos.testkit;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.Sighting;
import dev.riderphotos.rider.Sightings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Knows when riders were here as long as it lives. */
public final class InMemorySightings implements Sightings {
  private final Map<RiderId, Sighting> sightings = new ConcurrentHashMap<>();

  @Override
  public Optional<Sighting> find(RiderId rider) {
    return Optional.ofNullable(sightings.get(rider));
  }

  @Override
  public synchronized boolean replace(@Nullable Sighting expected, Sighting next) {
    if (Objects.equals(sightings.get(next.rider()), expected)) {
      sightings.put(next.rider(), next);
    }
    return next.equals(sightings.get(next.rider()));
  }

  @Override
  public synchronized void forget(RiderId rider) {
    sightings.remove(rider);
  }

  /** Everybody's. */
  public List<Sighting> all() {
    return List.copyOf(sightings.values());
  }
}
