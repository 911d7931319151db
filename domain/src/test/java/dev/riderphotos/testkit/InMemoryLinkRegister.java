package dev.riderphotos.testkit;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.LinkRegister;
import dev.riderphotos.access.NotedLink;
import dev.riderphotos.rider.RiderId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Keeps which links there are as long as it lives. */
public final class InMemoryLinkRegister implements LinkRegister {
  private static final Comparator<NotedLink> LAST_FIRST =
      Comparator.comparing(NotedLink::madeAt).reversed();

  private final Map<LinkId, NotedLink> links = new ConcurrentHashMap<>();

  @Override
  public void note(NotedLink link) {
    links.put(link.id(), link);
  }

  @Override
  public List<NotedLink> of(RiderId rider, Instant now, int limit) {
    return valid(now)
        .filter(link -> link.rider().equals(rider))
        .sorted(LAST_FIRST)
        .limit(limit)
        .toList();
  }

  @Override
  public List<NotedLink> all(Instant now, int limit) {
    Comparator<NotedLink> byRider = Comparator.comparing(link -> link.rider().value());
    return valid(now).sorted(byRider.thenComparing(LAST_FIRST)).limit(limit).toList();
  }

  private Stream<NotedLink> valid(Instant now) {
    return links.values().stream().filter(link -> now.isBefore(link.expiresAt()));
  }

  @Override
  public void forget(RiderId rider) {
    links.values().removeIf(link -> link.rider().equals(rider));
  }

  @Override
  public void forgetExpired(Instant now) {
    links.values().removeIf(link -> !now.isBefore(link.expiresAt()));
  }
}
