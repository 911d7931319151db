package dev.riderphotos.queue;

import dev.riderphotos.rider.RiderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The places in the queue, of which neither a rider nor a caller can take all. */
final class Places {
  private final QueueSettings settings;
  private final Map<String, Integer> shares = new HashMap<>();
  private int taken;

  Places(QueueSettings settings) {
    this.settings = settings;
  }

  /** Empty if none is free, or none for this rider or caller. */
  synchronized Optional<Place> reserve(RiderId rider, @Nullable String caller) {
    Map<String, Integer> bounds = bounds(rider, caller);
    boolean free =
        taken < settings.places()
            && bounds.entrySet().stream()
                .allMatch(share -> shares.getOrDefault(share.getKey(), 0) < share.getValue());
    if (!free) {
      return Optional.empty();
    }
    taken++;
    bounds.keySet().forEach(share -> shares.merge(share, 1, Integer::sum));
    return Optional.of(new Place(rider, () -> release(List.copyOf(bounds.keySet()))));
  }

  private synchronized void release(List<String> held) {
    taken--;
    held.forEach(
        share -> shares.computeIfPresent(share, (_, count) -> count > 1 ? count - 1 : null));
  }

  private Map<String, Integer> bounds(RiderId rider, @Nullable String caller) {
    Map<String, Integer> bounds = new HashMap<>(Map.of("of " + rider.value(), settings.perRider()));
    if (caller != null) {
      bounds.put("for " + caller, settings.perCaller());
    }
    return bounds;
  }
}
