package dev.riderphotos.testkit;

import dev.riderphotos.access.ApiKey;
import dev.riderphotos.access.ApiKeys;
import dev.riderphotos.access.KeyHash;
import dev.riderphotos.access.KeyId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps keys as long as it lives. */
public final class InMemoryApiKeys implements ApiKeys {
  private final Map<KeyHash, ApiKey> rows = new LinkedHashMap<>();

  @Override
  public synchronized void add(ApiKey key, KeyHash hash) {
    rows.put(hash, key);
  }

  @Override
  public synchronized Optional<ApiKey> find(KeyHash hash) {
    return Optional.ofNullable(rows.get(hash));
  }

  @Override
  public synchronized Optional<ApiKey> find(KeyId id) {
    return rows.values().stream().filter(key -> key.id().equals(id)).findFirst();
  }

  @Override
  public synchronized List<ApiKey> list() {
    return rows.values().stream().sorted(Comparator.comparing(ApiKey::createdAt)).toList();
  }

  @Override
  public synchronized void used(KeyId id, Instant at) {
    rows.replaceAll((_, key) -> key.id().equals(id) ? used(key, at) : key);
  }

  @Override
  public synchronized Optional<ApiKey> revoke(KeyId id) {
    Optional<ApiKey> key = find(id);
    rows.values().removeIf(row -> row.id().equals(id));
    return key;
  }

  private static ApiKey used(ApiKey key, Instant at) {
    return new ApiKey(key.id(), key.name(), key.scopes(), key.createdAt(), at);
  }
}
