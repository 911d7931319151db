package dev.riderphotos.testkit;

import dev.riderphotos.access.RevokedLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps revocations as long as it lives. */
public final class InMemoryRevokedLinks implements RevokedLinks {
  private final Map<String, Instant> rows = new ConcurrentHashMap<>();

  @Override
  public void revoke(String mark, Instant madeUntil, Instant keptUntil) {
    rows.merge(mark, madeUntil, (one, other) -> one.isAfter(other) ? one : other);
  }

  @Override
  public boolean revokeFirst(String mark, Instant madeUntil, Instant keptUntil) {
    return rows.putIfAbsent(mark, madeUntil) == null;
  }

  @Override
  public Map<String, Instant> revokedUntil(Collection<String> marks) {
    Map<String, Instant> found = new HashMap<>(rows);
    found.keySet().retainAll(Set.copyOf(marks));
    return found;
  }
}
