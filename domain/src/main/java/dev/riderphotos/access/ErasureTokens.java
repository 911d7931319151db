package dev.riderphotos.access;

import dev.riderphotos.rider.RiderId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets whoever asked for a rider's erasure hear what became of it, for an hour and nothing else:
 * the rider's links and sessions have ended by then. Nothing is kept of a token.
 */
public final class ErasureTokens {
  private static final Duration VALID = Duration.ofHours(1);

  private final SignedText tokens;
  private final InstantSource clock;

  public ErasureTokens(Signatures signatures, InstantSource clock) {
    this.tokens = new SignedText(signatures, "erasure");
    this.clock = clock;
  }

  /** Makes a token that names this rider. */
  public String issue(RiderId rider) {
    long end = clock.instant().plus(VALID).getEpochSecond();
    return tokens.write(rider.value(), Long.toString(end));
  }

  /** Whose erasure it is about; empty if the token is none of ours, or over. */
  public Optional<RiderId> read(String token) {
    return tokens
        .read(token)
        .filter(
            fields ->
                clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(fields.get(1)))))
        .map(fields -> new RiderId(fields.getFirst()));
  }
}
