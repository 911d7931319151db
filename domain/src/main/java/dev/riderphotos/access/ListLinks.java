package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Lists the links that have not expired, and tells which of them were ended before their time. */
public final class ListLinks {
  private final LinkRegister register;
  private final RevokeLinks revocations;
  private final InstantSource clock;

  public ListLinks(LinkRegister register, RevokeLinks revocations, InstantSource clock) {
    this.register = register;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** A link, and whether it lets nobody in any more. */
  public record Listed(NotedLink link, boolean revoked) {}

  /** A rider's, the last made first. */
  public List<Listed> of(RiderId rider, int limit) {
    return listed(register.of(rider, clock.instant(), limit));
  }

  /** Everybody's, by riders. */
  public List<Listed> all(int limit) {
    return listed(register.all(clock.instant(), limit));
  }

  private List<Listed> listed(List<NotedLink> links) {
    Set<LinkId> revoked = revocations.revokedOf(links);
    return links.stream().map(link -> new Listed(link, revoked.contains(link.id()))).toList();
  }
}
