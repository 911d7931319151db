package dev.riderphotos.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The keys that are valid. A change is seen by the next call, whichever process makes it. */
public interface ApiKeys {
  /** Keeps a new key. Its id and hash are random, so that none is there already. */
  void add(ApiKey key, KeyHash hash);

  /** Empty if there never was such a key, or it is revoked. */
  Optional<ApiKey> find(KeyHash hash);

  /** As {@link #find(KeyHash)}. */
  Optional<ApiKey> find(KeyId id);

  /** All of them, the oldest first. */
  List<ApiKey> list();

  /** Notes when a key was used; nothing if it is revoked. */
  void used(KeyId id, Instant at);

  /** Ends a key for good. The key as it was; empty if there is none, so repeating is harmless. */
  Optional<ApiKey> revoke(KeyId id);
}
