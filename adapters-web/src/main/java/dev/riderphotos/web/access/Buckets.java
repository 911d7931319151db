package dev.riderphotos.web.access;

import io.github.bucket4j.Bucket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A bucket of tokens for each name; of many names, the one that came longest ago is forgotten. */
final class Buckets {
  private static final int MAX_NAMES = 10_000;

  private final Supplier<Bucket> full;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_NAMES;
        }
      };

  /**
   * @param full makes the bucket of a name that is new
   */
  Buckets(Supplier<Bucket> full) {
    this.full = full;
  }

  Bucket of(String name) {
    synchronized (buckets) {
      return buckets.computeIfAbsent(name, _ -> full.get());
    }
  }
}
