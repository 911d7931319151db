package dev.riderphotos.retention;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep did, or would do.
 *
 * @param counts how many of what went; of what went nothing, none is named
 * @param oldest since when the oldest of them was over with: its end, its day of writing, or when
 *     the rider was last here
 * @param told how many riders were told that they were not heard of
 * @param complete whether it came to its end
 */
public record Swept(
    Map<Kept, Long> counts, Map<Kept, Instant> oldest, long told, boolean complete) {
  public Swept {
    counts = Map.copyOf(counts);
    oldest = Map.copyOf(oldest);
  }

  /** How many of these went. */
  public long count(Kept kept) {
    return counts.getOrDefault(kept, 0L);
  }

  /** Since when the oldest of these was over with; {@code null} if none went. */
  public @Nullable Instant oldest(Kept kept) {
    return oldest.get(kept);
  }

  /** How many went in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
