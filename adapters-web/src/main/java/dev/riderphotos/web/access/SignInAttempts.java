package dev.riderphotos.web.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.time.Duration;

/** How often one address may try a key: an IPv6 address counts as its network of 64 bits. */
public final class SignInAttempts {
  private static final int PER_MINUTE = 10;

  private final TimeMeter meter;
  private final Buckets buckets = new Buckets(this::bucket);

  public SignInAttempts(TimeMeter meter) {
    this.meter = meter;
  }

  /** Counts an attempt; whether it is one too many. */
  boolean tooMany(InetAddress address) {
    return !buckets.of(Network.of(address)).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(PER_MINUTE).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
        .withCustomTimePrecision(meter)
        .build();
  }
}
