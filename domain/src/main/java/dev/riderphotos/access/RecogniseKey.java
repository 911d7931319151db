package dev.riderphotos.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Says whose key is presented, and notes that it is in use. */
public final class RecogniseKey {
  /** Use is noted no finer than this, for every note is a write to the disk. */
  private static final Duration NOTED_EVERY = Duration.ofHours(1);

  private final ApiKeys keys;
  private final InstantSource clock;

  public RecogniseKey(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Empty if it is no key of ours, or not any more. */
  public Optional<ApiKey> recognise(KeySecret presented) {
    Optional<ApiKey> found = keys.find(presented.hash());
    found.ifPresent(this::note);
    return found;
  }

  private void note(ApiKey key) {
    Instant now = clock.instant();
    if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(NOTED_EVERY))) {
      keys.used(key.id(), now);
    }
  }
}
