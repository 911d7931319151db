package dev.riderphotos.access;

import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Links that let one rider in for a while. A link is valid by its signature, as often as it is
 * opened, until it expires or is revoked; that it was made is noted before it is handed out, and
 * nobody is let in by that. The signature is an HMAC over the link's fields: {@link
 * HmacSignatures}.
 */
public final class RiderLinks {
  static final Duration LONGEST = Duration.ofDays(366);

  private final SignedText tokens;
  private final Signatures signatures;
  private final RevokeLinks revocations;
  private final LinkRegister register;
  private final InstantSource clock;

  public RiderLinks(
      Signatures signatures, RevokeLinks revocations, LinkRegister register, InstantSource clock) {
    this.tokens = new SignedText(signatures, "rider-link");
    this.signatures = signatures;
    this.revocations = revocations;
    this.register = register;
    this.clock = clock;
  }

  /** A link, and what goes into its address. */
  public record Issued(LinkId id, String token, Instant expiresAt) {}

  /** What a token is worth. */
  public sealed interface Opened {
    /** The link lets its rider in. */
    record Admitted(RiderLink link) implements Opened {}

    /** The link was valid once, and was not revoked. */
    record Expired(RiderLink link) implements Opened {}

    /** The link was ended before its time. */
    record Revoked() implements Opened {}

    /** The token is none of ours, or was changed on its way. */
    record Forged() implements Opened {}
  }

  /** Issues a link; word of refusals goes where it goes for riders who named no address. */
  public Issued issue(RiderId rider, Duration validFor) {
    return issue(rider, null, validFor);
  }

  /**
   * Issues a link.
   *
   * @param email where word of refusals goes; {@code null}: as for riders who named no address
   * @throws IllegalArgumentException if it were to be valid for no time, or for more than a year
   */
  public Issued issue(RiderId rider, @Nullable EmailAddress email, Duration validFor) {
    if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A link is valid for some time, and a year at most");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant expiresAt = Instant.ofEpochSecond(now.plus(validFor).getEpochSecond());
    LinkId id = LinkId.random(signatures);
    RiderLink link = new RiderLink(rider, id, now, expiresAt, email);
    register.note(new NotedLink(id, rider, now, expiresAt));
    return new Issued(id, tokens.write(link.fields().toArray(String[]::new)), expiresAt);
  }

  public Opened open(String token) {
    return tokens.read(token).map(RiderLink::of).map(this::opened).orElseGet(Opened.Forged::new);
  }

  private Opened opened(RiderLink link) {
    if (revocations.covers(link)) {
      return new Opened.Revoked();
    }
    return clock.instant().isBefore(link.expiresAt())
        ? new Opened.Admitted(link)
        : new Opened.Expired(link);
  }
}
