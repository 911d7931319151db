package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ends links, and the sessions that they opened, before their time. Kept of a rider is a mark that
 * tells nobody who it is, so that it may outlast the rider's erasure, and links do not come to life
 * again.
 */
public final class RevokeLinks {
  /** An expired link is good for asking for another. */
  private static final Duration KEPT = RiderLinks.LONGEST.plus(AskForLink.LONGEST_AGO);

  /** Before any link was made. */
  private static final Instant NEVER = Instant.MIN;

  private final RevokedLinks revoked;
  private final Signatures signatures;
  private final InstantSource clock;

  public RevokeLinks(RevokedLinks revoked, Signatures signatures, InstantSource clock) {
    this.revoked = revoked;
    this.signatures = signatures;
    this.clock = clock;
  }

  /** Ends one link; whether there can be one of this id. Repeating is harmless. */
  public boolean revoke(LinkId link) {
    if (!link.isOurs(signatures)) {
      return false;
    }
    Instant last = clock.instant().plus(KEPT);
    revoked.revoke(mark(link), last, last);
    return true;
  }

  /** Ends all links that a rider has by now. */
  public void revokeAll(RiderId rider) {
    Instant now = clock.instant();
    revoked.revoke(mark(rider), now, now.plus(KEPT));
  }

  boolean covers(RiderLink link) {
    List<String> marks =
        link.id() == null
            ? List.of(mark(link.rider()))
            : List.of(mark(link.rider()), mark(link.id()));
    return revoked.revokedUntil(marks).values().stream()
        .anyMatch(until -> !link.madeAt().isAfter(until));
  }

  /** Which of these let nobody in any more. */
  Set<LinkId> revokedOf(Collection<NotedLink> links) {
    Set<String> marks =
        links.stream()
            .flatMap(link -> Stream.of(mark(link.rider()), mark(link.id())))
            .collect(Collectors.toSet());
    Map<String, Instant> until = marks.isEmpty() ? Map.of() : revoked.revokedUntil(marks);
    return links.stream()
        .filter(
            link ->
                Stream.of(mark(link.rider()), mark(link.id()))
                    .anyMatch(mark -> !link.madeAt().isAfter(until.getOrDefault(mark, NEVER))))
        .map(NotedLink::id)
        .collect(Collectors.toSet());
  }

  private String mark(RiderId rider) {
    return "rider " + signatures.sign("links-of-rider", rider.value());
  }

  private static String mark(LinkId link) {
    return "link " + link.value();
  }
}
