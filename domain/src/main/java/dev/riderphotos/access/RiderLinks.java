package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Links that let one rider in for a while. Nothing is kept of them: a link is valid by its
 * signature, as often as it is opened, until it expires.
 */
public final class RiderLinks {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final SignedText tokens;
  private final InstantSource clock;

  public RiderLinks(Signatures signatures, InstantSource clock) {
    this.tokens = new SignedText(signatures, "rider-link");
    this.clock = clock;
  }

  /** What goes into a link. */
  public record Issued(String token, Instant expiresAt) {}

  /** What a token is worth. */
  public sealed interface Opened {
    /** Lets the rider in until then. */
    record Admitted(RiderId rider, Instant until) implements Opened {}

    /** Was valid once. */
    record Expired() implements Opened {}

    /** Is none of ours, or was changed on its way. */
    record Forged() implements Opened {}
  }

  /**
   * A link's token.
   *
   * @throws IllegalArgumentException if it were to be valid for no time, or for more than a year
   */
  public Issued issue(RiderId rider, Duration validFor) {
    if (!validFor.isPositive() || validFor.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("A link is valid for some time, and a year at most");
    }
    Instant expiresAt = Instant.ofEpochSecond(clock.instant().plus(validFor).getEpochSecond());
    String token = tokens.write(rider.value(), Long.toString(expiresAt.getEpochSecond()));
    return new Issued(token, expiresAt);
  }

  public Opened open(String token) {
    return tokens.read(token).map(this::opened).orElseGet(Opened.Forged::new);
  }

  private Opened opened(List<String> fields) {
    Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(fields.get(1)));
    return clock.instant().isBefore(expiresAt)
        ? new Opened.Admitted(new RiderId(fields.get(0)), expiresAt)
        : new Opened.Expired();
  }
}
