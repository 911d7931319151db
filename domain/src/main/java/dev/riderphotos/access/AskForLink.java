package dev.riderphotos.access;

import dev.riderphotos.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Asks operators for a new link, by one that has expired: an old one of ours that nobody has
 * revoked, and for no longer than 90 days. The browser that asks is given nothing: whoever found an
 * old link gets no new one by it.
 */
public final class AskForLink {
  static final Duration LONGEST_AGO = Duration.ofDays(90);

  /** Of links that do not say when they were made, or were made for an instant. */
  private static final Duration USUAL = Duration.ofDays(1);

  private final RiderLinks links;
  private final LinkRequests requests;
  private final InstantSource clock;

  public AskForLink(RiderLinks links, LinkRequests requests, InstantSource clock) {
    this.links = links;
    this.requests = requests;
    this.clock = clock;
  }

  /** Whether another link may be asked for by this one. */
  public boolean mayAsk(String token) {
    return expired(token).isPresent();
  }

  /** Asks, unless the rider has asked already; whether it may be asked by this link. */
  public boolean ask(String token, Language language) {
    Optional<RiderLink> expired = expired(token);
    expired.map(link -> request(link, language)).ifPresent(requests::open);
    return expired.isPresent();
  }

  private Optional<RiderLink> expired(String token) {
    return links.open(token) instanceof RiderLinks.Opened.Expired(RiderLink link)
            && clock.instant().isBefore(link.expiresAt().plus(LONGEST_AGO))
        ? Optional.of(link)
        : Optional.empty();
  }

  private LinkRequest request(RiderLink link, Language language) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new LinkRequest(link.rider(), link.email(), validFor(link), language, now);
  }

  private static Duration validFor(RiderLink link) {
    Duration valid =
        Duration.between(link.madeAt().truncatedTo(ChronoUnit.SECONDS), link.expiresAt());
    return link.id() == null || !valid.isPositive() ? USUAL : valid;
  }
}
