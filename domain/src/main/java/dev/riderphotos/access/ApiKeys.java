package dev.riderphotos.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that are valid. Writes are durable when the call returns, and seen by the next call,
 * whichever process makes it. Faults are {@link dev.riderphotos.BackendException}s.
 */
public interface ApiKeys {
  /**
   * Keeps a new key. Its id and hash are random, so that none is there already. After a fault it
   * may be there or not: whoever wants a key makes another.
   */
  void add(ApiKey key, KeyHash hash);

  /** Empty if there never was such a key, or it is revoked. */
  Optional<ApiKey> find(KeyHash hash);

  /** Finds a key by its id as {@link #find(KeyHash)} does by its hash. */
  Optional<ApiKey> find(KeyId id);

  /** All of them, the oldest first; in any order those that were made at the same moment. */
  List<ApiKey> list();

  /** Notes when a key was used, in place of an earlier use; nothing if it is revoked. */
  void used(KeyId id, Instant at);

  /** Ends a key for good. The key as it was; empty if there is none, so repeating is harmless. */
  Optional<ApiKey> revoke(KeyId id);
}
