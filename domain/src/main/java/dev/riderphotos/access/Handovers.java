package dev.riderphotos.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets a rider go on at another device: a token opens a session like the one it was made in, once,
 * within five minutes. It ends with that session's link, and the new session counts as opened when
 * the first one was. Kept of it is that it was used, until it would have expired. Of those who open
 * it at the very same moment, one comes in.
 */
public final class Handovers {
  private static final Duration VALID = Duration.ofMinutes(5);
  private static final int OWN_FIELDS = 3;

  private final SignedText tokens;
  private final Signatures signatures;
  private final RevokedLinks used;
  private final RevokeLinks revocations;
  private final InstantSource clock;

  public Handovers(
      Signatures signatures, RevokedLinks used, RevokeLinks revocations, InstantSource clock) {
    this.tokens = new SignedText(signatures, "handover");
    this.signatures = signatures;
    this.used = used;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** What a token is worth. */
  public sealed interface Opened {
    /** The token opens this session. */
    record Admitted(Session.OfRider session) implements Opened {}

    /** The token was used, or has expired, or the link has that it came from. */
    record Over() implements Opened {}

    /** It is no token of ours. */
    record Forged() implements Opened {}
  }

  /** Makes a token for the rider of this session. */
  public String issue(Session.OfRider session) {
    List<String> fields = new ArrayList<>();
    fields.add(LinkId.random(signatures).value());
    fields.add(Long.toString(clock.instant().plus(VALID).getEpochSecond()));
    fields.add(Long.toString(session.openedAt().getEpochSecond()));
    fields.addAll(session.link().fields());
    return tokens.write(fields.toArray(String[]::new));
  }

  /** Looks what it is worth; it may be used afterwards. */
  public Opened look(String token) {
    return tokens.read(token).map(this::opened).orElseGet(Opened.Forged::new);
  }

  /**
   * Uses it up: from now on it is over.
   *
   * @return whether nobody had used it before; of what is no token of ours, nobody has
   */
  public boolean use(String token) {
    return tokens
        .read(token)
        .map(fields -> used.revokeFirst(mark(fields), end(fields), end(fields)))
        .orElse(true);
  }

  private Opened opened(List<String> fields) {
    RiderLink link = RiderLink.of(fields.subList(OWN_FIELDS, fields.size()));
    Instant now = clock.instant();
    boolean over =
        !now.isBefore(end(fields))
            || !now.isBefore(link.expiresAt())
            || revocations.covers(link)
            || !used.revokedUntil(List.of(mark(fields))).isEmpty();
    return over
        ? new Opened.Over()
        : new Opened.Admitted(new Session.OfRider(link, instant(fields.get(2))));
  }

  private static String mark(List<String> fields) {
    return "handover " + fields.getFirst();
  }

  private static Instant end(List<String> fields) {
    return instant(fields.get(1));
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
