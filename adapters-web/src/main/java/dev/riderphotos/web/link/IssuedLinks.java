package dev.riderphotos.web.link;

import dev.riderphotos.access.LinkId;
import dev.riderphotos.access.ListLinks;
import dev.riderphotos.access.RevokeLinks;
import dev.riderphotos.access.RiderLinks;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.web.ProblemException;
import dev.riderphotos.web.ServerAddress;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes links of riders, lists and ends them, for the API and the pages alike. */
@Singleton
public final class IssuedLinks {
  private static final String DAY = "24h";

  private final RiderLinks links;
  private final RevokeLinks revocations;
  private final ListLinks listing;
  private final ConversionService conversion;

  IssuedLinks(
      RiderLinks links, RevokeLinks revocations, ListLinks listing, ConversionService conversion) {
    this.links = links;
    this.revocations = revocations;
    this.listing = listing;
    this.conversion = conversion;
  }

  /** A link for the rider, with the address by which the operator reaches us. */
  public LinkAnswer issue(HttpRequest<?> request, String riderId, LinkOrder order) {
    RiderId rider = rider(riderId);
    EmailAddress email = email(order.email());
    Duration validFor = validFor(order.validFor());
    RiderLinks.Issued issued =
        ProblemException.unless("validFor", () -> links.issue(rider, email, validFor));
    URI address = URI.create("/link?token=" + issued.token());
    return new LinkAnswer(
        rider.value(),
        issued.id().value(),
        ServerAddress.absolute(request, address),
        issued.expiresAt());
  }

  /**
   * Those that have not expired.
   *
   * @param riderId whose; of everybody if it is missing or blank
   */
  public List<ListLinks.Listed> list(@Nullable String riderId, int limit) {
    return riderId == null || riderId.isBlank()
        ? listing.all(limit)
        : listing.of(rider(riderId.strip()), limit);
  }

  /**
   * Ends one link.
   *
   * @throws ProblemException if there can be none of this id
   */
  public void revoke(String id) {
    LinkId link = ProblemException.unless("id", () -> new LinkId(id));
    if (!revocations.revoke(link)) {
      throw ProblemException.notFound("There is no such link.");
    }
  }

  /** Ends all that the rider has by now. */
  public void revokeAll(String riderId) {
    revocations.revokeAll(rider(riderId));
  }

  private Duration validFor(@Nullable String given) {
    String text = given == null || given.isBlank() ? DAY : given.strip();
    return conversion
        .convert(text, Duration.class)
        .orElseThrow(() -> ProblemException.field("validFor", "validFor is like 30m, 24h or 7d"));
  }

  private static @Nullable EmailAddress email(@Nullable String given) {
    return given == null || given.isBlank()
        ? null
        : ProblemException.unless("email", () -> new EmailAddress(given.strip()));
  }

  private static RiderId rider(String riderId) {
    return ProblemException.unless("rider", () -> new RiderId(riderId));
  }
}
