package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
        link.id() == null ? List.of(mark(link.rider())) : marks(link.rider(), link.id());
    return isRevoked(link.madeAt(), marks, revoked.revokedUntil(marks));
  }

  /** Which of these let nobody in any more. */
  Set<LinkId> revokedOf(Collection<NotedLink> links) {
    Map<NotedLink, List<String>> marks = new HashMap<>();
    links.forEach(link -> marks.put(link, marks(link.rider(), link.id())));
    Set<String> all = marks.values().stream().flatMap(List::stream).collect(Collectors.toSet());
    Map<String, Instant> until = all.isEmpty() ? Map.of() : revoked.revokedUntil(all);
    return marks.entrySet().stream()
        .filter(link -> isRevoked(link.getKey().madeAt(), link.getValue(), until))
        .map(link -> link.getKey().id())
        .collect(Collectors.toSet());
  }

  /** What is made up to then by any of its marks lets nobody in. */
  private static boolean isRevoked(
      Instant madeAt, List<String> marks, Map<String, Instant> revokedUntil) {
    return marks.stream().anyMatch(mark -> !madeAt.isAfter(revokedUntil.getOrDefault(mark, NEVER)));
  }

  private List<String> marks(RiderId rider, LinkId link) {
    return List.of(mark(rider), mark(link));
  }

  private String mark(RiderId rider) {
    return "rider " + signatures.sign("links-of-rider", rider.value());
  }

  private static String mark(LinkId link) {
    return "link " + link.value();
  }
}
