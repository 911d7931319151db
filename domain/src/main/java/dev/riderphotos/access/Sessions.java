package dev.riderphotos.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sessions as signed texts that browsers keep for us: they survive a restart and hold wherever the
 * signature does. An operator's ends an hour after its last use and twelve hours after it began,
 * and at once when its key is revoked; a rider's, with the link.
 */
public final class Sessions {
  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);

  /** Not at every use, so that a page's requests do not all set a cookie. */
  private static final Duration PROLONGED_EVERY = Duration.ofMinutes(5);

  /** Written before sessions said when their link was opened. */
  private static final String RIDER = "rider";

  private static final String RIDER_SINCE = "rider-since";
  private static final String OPERATOR = "operator";

  private final SignedText texts;
  private final ApiKeys keys;
  private final RevokeLinks revocations;
  private final InstantSource clock;

  public Sessions(
      Signatures signatures, ApiKeys keys, RevokeLinks revocations, InstantSource clock) {
    this.texts = new SignedText(signatures, "session");
    this.keys = keys;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** Begins the session of an operator who signs in. */
  public Session.OfOperator begin(ApiKey key) {
    Instant now = clock.instant();
    return new Session.OfOperator(key, now, now.plus(IDLE));
  }

  /** Begins the session of a rider who opens a link. */
  public Session.OfRider begin(RiderLink link) {
    return new Session.OfRider(link, clock.instant());
  }

  /** Writes the session as a text for the browser to keep. */
  public String write(Session session) {
    return switch (session) {
      case Session.OfRider(RiderLink link, Instant openedAt) ->
          texts.write(
              Stream.concat(Stream.of(RIDER_SINCE, seconds(openedAt)), link.fields().stream())
                  .toArray(String[]::new));
      case Session.OfOperator(ApiKey key, Instant begunAt, Instant endsAt) ->
          texts.write(OPERATOR, key.id().value(), seconds(endsAt), seconds(begunAt));
    };
  }

  /** Reads what a browser kept; empty if it is not ours, or the session is over. */
  public Optional<Session> read(String kept) {
    return texts
        .read(kept)
        .flatMap(this::session)
        .filter(session -> clock.instant().isBefore(session.endsAt()));
  }

  /** The session with a later end; empty if it is too soon or too late for that. */
  public Optional<Session> prolonged(Session session) {
    if (!(session instanceof Session.OfOperator(ApiKey key, Instant begunAt, Instant endsAt))) {
      return Optional.empty();
    }
    Instant latest = begunAt.plus(LONGEST);
    Instant next = clock.instant().plus(IDLE);
    Instant end = next.isBefore(latest) ? next : latest;
    return end.isBefore(endsAt.plus(PROLONGED_EVERY))
        ? Optional.empty()
        : Optional.of(new Session.OfOperator(key, begunAt, end));
  }

  private Optional<Session> session(List<String> fields) {
    return switch (fields.getFirst()) {
      case RIDER -> ofRider(fields.subList(1, fields.size()), Instant.EPOCH);
      case RIDER_SINCE -> ofRider(fields.subList(2, fields.size()), instant(fields.get(1)));
      default -> ofOperator(fields);
    };
  }

  private Optional<Session> ofRider(List<String> fields, Instant openedAt) {
    RiderLink link = RiderLink.of(fields);
    return revocations.covers(link)
        ? Optional.empty()
        : Optional.of(new Session.OfRider(link, openedAt));
  }

  private Optional<Session> ofOperator(List<String> fields) {
    return keys.find(new KeyId(fields.get(1)))
        .filter(ApiKey::signsIn)
        .map(key -> new Session.OfOperator(key, instant(fields.get(3)), instant(fields.get(2))));
  }

  private static String seconds(Instant time) {
    return Long.toString(time.getEpochSecond());
  }

  private static Instant instant(String seconds) {
    return Instant.ofEpochSecond(Long.parseLong(seconds));
  }
}
