package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.access.RiderLinks.Issued;
import dev.riderphotos.access.RiderLinks.Opened;
import dev.riderphotos.rider.EmailAddress;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.InMemoryApiKeys;
import dev.riderphotos.testkit.InMemoryLinkRegister;
import dev.riderphotos.testkit.InMemoryRevokedLinks;
import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiderLinksTest {
  private static final RiderId ADA = new RiderId("ada");
  private static final Duration DAY = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final TestSignatures signatures = new TestSignatures();
  private final RevokeLinks revocations =
      new RevokeLinks(new InMemoryRevokedLinks(), signatures, clock);
  private final RiderLinks links =
      new RiderLinks(signatures, revocations, new InMemoryLinkRegister(), clock);

  @Test
  void aLinkLetsItsRiderIn() {
    Issued link = links.issue(ADA, DAY);

    assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(DAY));
    assertThat(links.open(link.token()))
        .isEqualTo(
            new Opened.Admitted(
                new RiderLink(ADA, link.id(), clock.instant(), link.expiresAt(), null)));
  }

  @Test
  void aLinkSaysWhereWordGoes() {
    EmailAddress email = new EmailAddress("ada@example.com");
    Issued link = links.issue(ADA, email, DAY);

    assertThat(links.open(link.token()))
        .isEqualTo(
            new Opened.Admitted(
                new RiderLink(ADA, link.id(), clock.instant(), link.expiresAt(), email)));
  }

  @Test
  void whateverTheRiderIsCalled() {
    assertThat(OddNames.upTo(128).stream().filter(RiderLinksTest::isRiderId))
        .isNotEmpty()
        .allSatisfy(
            name -> {
              String token = links.issue(new RiderId(name), DAY).token();
              assertThat(token).matches("[A-Za-z0-9._-]+");
              assertThat(links.open(token))
                  .isInstanceOfSatisfying(
                      Opened.Admitted.class,
                      admitted -> assertThat(admitted.link().rider().value()).isEqualTo(name));
            });
  }

  @Test
  void aLinkEndsOnTime() {
    String token = links.issue(ADA, DAY).token();

    clock.goOn(DAY.minusSeconds(1));
    assertThat(links.open(token)).isInstanceOf(Opened.Admitted.class);
    clock.goOn(Duration.ofSeconds(1));
    assertThat(links.open(token)).isInstanceOf(Opened.Expired.class);
  }

  @Test
  void aRevokedLinkOpensNoMoreAndOthersDo() {
    Issued link = links.issue(ADA, DAY);
    Issued other = links.issue(ADA, DAY);

    assertThat(revocations.revoke(link.id())).isTrue();
    assertThat(revocations.revoke(link.id())).isTrue();

    assertThat(links.open(link.token())).isInstanceOf(Opened.Revoked.class);
    assertThat(links.open(other.token())).isInstanceOf(Opened.Admitted.class);
    clock.goOn(DAY);
    assertThat(links.open(link.token())).isInstanceOf(Opened.Revoked.class);
    assertThat(links.open(other.token())).isInstanceOf(Opened.Expired.class);
  }

  @Test
  void anIdThatNoLinkCanHaveIsNoticed() {
    String id = links.issue(ADA, DAY).id().value();

    for (int at = 0; at < id.length(); at++) {
      char other = id.charAt(at) == '0' ? '1' : '0';
      LinkId slip = new LinkId(id.substring(0, at) + other + id.substring(at + 1));
      assertThat(revocations.revoke(slip)).as(slip.value()).isFalse();
    }
  }

  @Test
  void allLinksThatARiderHasByNowCanBeRevoked() {
    String one = links.issue(ADA, DAY).token();
    String yearly = links.issue(ADA, Duration.ofDays(366)).token();
    String boris = links.issue(new RiderId("boris"), DAY).token();

    revocations.revokeAll(ADA);
    clock.goOn(Duration.ofMillis(1));
    String later = links.issue(ADA, DAY).token();

    assertThat(links.open(one)).isInstanceOf(Opened.Revoked.class);
    assertThat(links.open(yearly)).isInstanceOf(Opened.Revoked.class);
    assertThat(links.open(boris)).isInstanceOf(Opened.Admitted.class);
    assertThat(links.open(later)).isInstanceOf(Opened.Admitted.class);
  }

  @Test
  void aLinkFromBeforeLinksHadIdsOpensUntilItsRidersAreRevoked() {
    Instant end = clock.instant().plus(DAY);
    String old =
        new SignedText(signatures, "rider-link")
            .write(ADA.value(), Long.toString(end.getEpochSecond()));
    assertThat(links.open(old))
        .isEqualTo(new Opened.Admitted(new RiderLink(ADA, null, Instant.EPOCH, end, null)));

    revocations.revokeAll(ADA);

    assertThat(links.open(old)).isInstanceOf(Opened.Revoked.class);
  }

  @Test
  void noByteOfALinkCanBeChanged() {
    String token = links.issue(ADA, DAY).token();

    for (int at = 0; at < token.length(); at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        char[] changed = token.toCharArray();
        changed[at] = (char) (changed[at] ^ 1 << bit);
        assertForged(new String(changed));
      }
      assertForged(token.substring(0, at));
      assertForged(token.substring(at + 1));
      assertForged(new StringBuilder(token).insert(at, '.').toString());
    }
    assertForged(token + ".");
    assertForged(token + "=");
  }

  @Test
  void whatIsSignedForAnotherPurposeIsNoLink() {
    Sessions sessions = new Sessions(signatures, new InMemoryApiKeys(), revocations, clock);
    Instant now = clock.instant();
    RiderLink link = new RiderLink(ADA, null, now, now.plus(DAY), null);
    String session = sessions.write(sessions.begin(link));

    assertForged(session);
    assertThat(sessions.read(links.issue(ADA, DAY).token())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "YWRh.OTk5OTk5OTk5OQ.", "☕"})
  void anythingElseIsForged(String token) {
    assertForged(token);
    assertForged(token.repeat(10_000));
  }

  @Test
  void aLinkIsValidForSomeTimeAndAYearAtMost() {
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(367))) {
      assertThatThrownBy(() -> links.issue(ADA, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void assertForged(String token) {
    assertThat(links.open(token)).as(token).isInstanceOf(Opened.Forged.class);
  }

  private static boolean isRiderId(String name) {
    try {
      return !new RiderId(name).value().isEmpty();
    } catch (IllegalArgumentException refused) {
      return false;
    }
  }
}
