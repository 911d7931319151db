package dev.riderphotos.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.riderphotos.retention.Sweeps;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What every {@link Sweeps} keeps. */
public abstract class SweepsContract {
  private static final int THREADS = 8;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(60);

  /** Nobody has swept; the same ones whenever they are asked for in one test. */
  protected abstract Sweeps sweeps();

  @Test
  void worksWhenEmpty() {
    assertThat(sweeps().last()).isEmpty();
    sweeps().release("one");
    assertThat(sweeps().last()).isEmpty();
  }

  @Test
  void oneSweepsAtATime() {
    assertThat(sweeps().take("one", NOON, LATER)).isTrue();
    assertThat(sweeps().take("other", NOON, LATER)).isFalse();
    assertThat(sweeps().take("one", NOON.plusSeconds(30), LATER.plusSeconds(30))).isTrue();
    assertThat(sweeps().take("other", LATER, LATER.plusSeconds(60))).isFalse();
  }

  @Test
  void whoWasNotHeardOfIsTakenForDead() {
    assertThat(sweeps().take("one", NOON, LATER)).isTrue();
    assertThat(sweeps().take("other", LATER, LATER.plusSeconds(60))).isTrue();
    assertThat(sweeps().take("one", LATER, LATER.plusSeconds(60))).isFalse();
  }

  @Test
  void whoReleasesItLetsOthers() {
    assertThat(sweeps().take("one", NOON, LATER)).isTrue();
    sweeps().release("other");
    assertThat(sweeps().take("other", NOON, LATER)).isFalse();
    sweeps().release("one");
    sweeps().release("one");
    assertThat(sweeps().take("other", NOON, LATER)).isTrue();
  }

  @Test
  void theLastThatCameToItsEndIsKnown() {
    assertThat(sweeps().take("one", NOON, LATER)).isTrue();
    sweeps().done(NOON);
    sweeps().done(NOON);
    assertThat(sweeps().last()).contains(NOON);
    sweeps().release("one");
    assertThat(sweeps().last()).contains(NOON);
    assertThat(sweeps().take("other", NOON, LATER)).isTrue();
    assertThat(sweeps().last()).contains(NOON);
    sweeps().done(LATER);
    assertThat(sweeps().last()).contains(LATER);
  }

  @RepeatedTest(5)
  void ofManyAtOnceOneSweeps() {
    List<Boolean> taken =
        Concurrently.call(THREADS, number -> sweeps().take("sweeper " + number, NOON, LATER));

    assertThat(taken.stream().filter(each -> each)).hasSize(1);
  }
}
