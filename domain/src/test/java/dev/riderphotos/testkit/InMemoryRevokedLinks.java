package dev.riderphotos.testkit;

import dev.riderphotos.access.RevokedLinks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
  public Optional<Instant> revokedUntil(Collection<String> marks) {
    return marks.stream().map(rows::get).filter(Objects::nonNull).max(Comparator.naturalOrder());
  }
}
