package dev.riderphotos.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.InMemoryApiKeys;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final RiderId ADA = new RiderId("ada");

  private final SettableClock clock = new SettableClock();
  private final ApiKeys keys = new InMemoryApiKeys();
  private final TestSignatures signatures = new TestSignatures();
  private final RevokeLinks revocations =
      new RevokeLinks(new InMemoryRevokedLinks(), signatures, clock);
  private final Sessions sessions = new Sessions(signatures, keys, revocations, clock);
  private final ApiKey key = create(Scope.OPERATE);

  @Test
  void whatABrowserKeptIsKnownAgain() {
    Session operator = sessions.begin(key);
    Session rider = adas();

    assertThat(sessions.read(sessions.write(operator))).contains(operator);
    assertThat(sessions.read(sessions.write(rider))).contains(rider);
  }

  @Test
  void aRidersSessionEndsWithTheLink() {
    Session rider = adas();

    clock.goOn(Duration.ofSeconds(60));

    assertThat(sessions.read(sessions.write(rider))).isEmpty();
    assertThat(sessions.prolonged(rider)).isEmpty();
  }

  @Test
  void anIdleOperatorIsSignedOut() {
    String kept = sessions.write(sessions.begin(key));

    clock.goOn(Duration.ofMinutes(59));
    assertThat(sessions.read(kept)).isPresent();
    clock.goOn(Duration.ofMinutes(1));
    assertThat(sessions.read(kept)).isEmpty();
  }

  @Test
  void useProlongsASessionButNotForEver() {
    Optional<Session> session = Optional.of(sessions.begin(key));
    assertThat(session.flatMap(sessions::prolonged)).as("too soon").isEmpty();

    Duration lasted = Duration.ZERO;
    while (session.isPresent()) {
      String kept = sessions.write(session.get());
      clock.goOn(Duration.ofMinutes(30));
      lasted = lasted.plusMinutes(30);
      session = sessions.read(kept).map(read -> sessions.prolonged(read).orElse(read));
    }

    assertThat(lasted).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void revokingTheKeyEndsItsSessions() {
    String kept = sessions.write(sessions.begin(key));

    assertThat(keys.revoke(key.id())).isPresent();

    assertThat(sessions.read(kept)).isEmpty();
  }

  @Test
  void revokingTheLinkEndsItsSessions() {
    String kept = sessions.write(adas());
    String another = sessions.write(adas());

    assertThat(revocations.revoke(idOf(kept))).isTrue();
    assertThat(sessions.read(kept)).isEmpty();
    assertThat(sessions.read(another)).isPresent();

    revocations.revokeAll(ADA);
    assertThat(sessions.read(another)).isEmpty();
  }

  @Test
  void aSessionFromBeforeLinksHadIdsEndsWithAllOfItsRiders() {
    Instant end = clock.instant().plusSeconds(60);
    String old =
        new SignedText(signatures, "session")
            .write("rider", "ada", Long.toString(end.getEpochSecond()));
    assertThat(sessions.read(old))
        .contains(
            new Session.OfRider(new RiderLink(ADA, null, Instant.EPOCH, end, null), Instant.EPOCH));

    revocations.revokeAll(ADA);

    assertThat(sessions.read(old)).isEmpty();
  }

  @Test
  void aSessionOfALinkSaysWhenItWasOpened() {
    Instant opened = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    String kept = sessions.write(adas());

    assertThat(sessions.read(kept))
        .map(session -> ((Session.OfRider) session).openedAt())
        .contains(opened);
  }

  @Test
  void aKeyThatDoesNotOperateOpensNoSession() {
    assertThat(sessions.read(sessions.write(sessions.begin(create(Scope.SEARCH))))).isEmpty();
  }

  @Test
  void noByteOfASessionCanBeChanged() {
    String kept = sessions.write(sessions.begin(key));

    for (int at = 0; at < kept.length(); at++) {
      char[] changed = kept.toCharArray();
      changed[at] = (char) (changed[at] ^ 1);
      assertThat(sessions.read(new String(changed))).isEmpty();
    }
  }

  private Session.OfRider adas() {
    Instant now = clock.instant();
    return sessions.begin(
        new RiderLink(ADA, LinkId.random(signatures), now, now.plusSeconds(60), null));
  }

  private LinkId idOf(String kept) {
    Session session = sessions.read(kept).orElseThrow();
    return requireNonNull(((Session.OfRider) session).link().id());
  }

  private ApiKey create(Scope scope) {
    return new CreateApiKey(keys, clock).create("", Set.of(scope)).key();
  }
}
