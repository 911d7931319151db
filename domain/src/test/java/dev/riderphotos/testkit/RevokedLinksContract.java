package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.access.RevokedLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
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

    assertThat(revoked().revokedUntil(List.of("a ☕' % _"))).isEqualTo(Map.of("a ☕' % _", NOON));
    assertThat(revoked().revokedUntil(List.of("A ☕' % _"))).isEmpty();
    assertThat(revoked().revokedUntil(List.of("a", "b"))).isEmpty();
  }

  @Test
  void eachMarkHasItsTime() {
    revoke("a", NOON);
    revoke("b", NOON.plusNanos(1));

    Map<String, Instant> both = Map.of("a", NOON, "b", NOON.plusNanos(1));
    assertThat(revoked().revokedUntil(List.of("a", "b"))).isEqualTo(both);
    assertThat(revoked().revokedUntil(List.of("b", "a", "c"))).isEqualTo(both);
    assertThat(revoked().revokedUntil(List.of("a", "c"))).isEqualTo(Map.of("a", NOON));
  }

  @Test
  void ofSeveralRevocationsTheLatestHolds() {
    revoke("a", NOON);
    revoke("a", NOON.minusSeconds(1));
    assertThat(revoked().revokedUntil(List.of("a"))).containsEntry("a", NOON);

    revoke("a", NOON);
    revoke("a", NOON.plusSeconds(1));
    assertThat(revoked().revokedUntil(List.of("a"))).containsEntry("a", NOON.plusSeconds(1));
  }

  @Test
  void oneIsTheFirst() {
    assertThat(first("a")).isTrue();
    assertThat(revoked().revokedUntil(List.of("a"))).containsEntry("a", NOON);
    assertThat(first("a")).isFalse();
    assertThat(first("b")).isTrue();

    revoke("c", NOON.minusSeconds(1));
    assertThat(first("c")).isFalse();
    assertThat(revoked().revokedUntil(List.of("c"))).containsEntry("c", NOON.minusSeconds(1));
  }

  @Test
  void ofManyAtTheSameMomentOneIsTheFirst() throws Exception {
    CountDownLatch together = new CountDownLatch(1);
    Callable<Boolean> asking =
        () -> {
          together.await();
          return first("a");
        };
    try (ExecutorService phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers =
          Stream.generate(() -> phones.submit(asking)).limit(20).toList();
      together.countDown();
      int first = 0;
      for (Future<Boolean> answer : answers) {
        first += answer.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
    }
  }

  private boolean first(String mark) {
    return revoked().revokeFirst(mark, NOON, NOON.plus(Duration.ofDays(36_600)));
  }

  private void revoke(String mark, Instant until) {
    revoked().revoke(mark, until, until.plus(Duration.ofDays(36_600)));
  }
}
