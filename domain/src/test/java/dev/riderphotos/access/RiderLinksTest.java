package dev.riderphotos.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.riderphotos.access.RiderLinks.Issued;
import dev.riderphotos.access.RiderLinks.Opened;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.testkit.InMemoryApiKeys;
import dev.riderphotos.testkit.OddNames;
import dev.riderphotos.testkit.SettableClock;
import dev.riderphotos.testkit.TestSignatures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiderLinksTest {
  private static final RiderId ADA = new RiderId("ada");
  private static final Duration DAY = Duration.ofDays(1);

  private final SettableClock clock = new SettableClock();
  private final RiderLinks links = new RiderLinks(new TestSignatures(), clock);

  @Test
  void aLinkLetsItsRiderIn() {
    Issued link = links.issue(ADA, DAY);

    assertThat(link.expiresAt()).isEqualTo(clock.instant().plus(DAY));
    assertThat(links.open(link.token())).isEqualTo(new Opened.Admitted(ADA, link.expiresAt()));
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
                      admitted -> assertThat(admitted.rider().value()).isEqualTo(name));
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
    Sessions sessions = new Sessions(new TestSignatures(), new InMemoryApiKeys(), clock);
    String session = sessions.write(new Session.OfRider(ADA, clock.instant().plus(DAY)));

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
