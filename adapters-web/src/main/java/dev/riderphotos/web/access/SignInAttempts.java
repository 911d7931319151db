package dev.riderphotos.web.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may try a key: an IPv6 address counts as its network of 64 bits. */
public final class SignInAttempts {
  private static final int PER_MINUTE = 10;
  private static final int MAX_ADDRESSES = 10_000;

  private final TimeMeter meter;

  /** The address that came longest ago is forgotten first. */
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_ADDRESSES;
        }
      };

  public SignInAttempts(TimeMeter meter) {
    this.meter = meter;
  }

  /** Counts an attempt; whether it is one too many. */
  boolean tooMany(InetAddress address) {
    synchronized (buckets) {
      return !buckets.computeIfAbsent(Network.of(address), _ -> bucket()).tryConsume(1);
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .withCustomTimePrecision(meter)
        .build();
  }
}
