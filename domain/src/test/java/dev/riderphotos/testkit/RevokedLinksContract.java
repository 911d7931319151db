package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.RevokedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RevokedLinks} keeps. */
public abstract class RevokedLinksContract {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456789Z");

  /** Nothing is revoked; the same ones whenever they are asked for in one test. */
  protected abstract RevokedLinks revoked();

  @Test
  void worksWhenEmpty() {
    assertThat(revoked().revokedUntil(List.of("a"))).isEmpty();
    assertThat(revoked().revokedUntil(List.of("a", "b"))).isEmpty();
  }

  @Test
  void aMarkIsRevokedAndNoOther() {
    revoke("a ☕' % _", NOON);

    assertThat(revoked().revokedUntil(List.of("a ☕' % _"))).contains(NOON);
    assertThat(revoked().revokedUntil(List.of("A ☕' % _"))).isEmpty();
    assertThat(revoked().revokedUntil(List.of("a", "b"))).isEmpty();
  }

  @Test
  void ofSeveralMarksTheLatestHolds() {
    revoke("a", NOON);
    revoke("b", NOON.plusNanos(1));

    assertThat(revoked().revokedUntil(List.of("a", "b"))).contains(NOON.plusNanos(1));
    assertThat(revoked().revokedUntil(List.of("b", "a"))).contains(NOON.plusNanos(1));
    assertThat(revoked().revokedUntil(List.of("a", "c"))).contains(NOON);
  }

  @Test
  void ofSeveralRevocationsTheLatestHolds() {
    revoke("a", NOON);
    revoke("a", NOON.minusSeconds(1));
    assertThat(revoked().revokedUntil(List.of("a"))).contains(NOON);

    revoke("a", NOON);
    revoke("a", NOON.plusSeconds(1));
    assertThat(revoked().revokedUntil(List.of("a"))).contains(NOON.plusSeconds(1));
  }

  private void revoke(String mark, Instant until) {
    revoked().revoke(mark, until, until.plus(Duration.ofDays(36_600)));
  }
}
