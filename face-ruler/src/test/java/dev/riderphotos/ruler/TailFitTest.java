package dev.riderphotos.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TailFitTest {
  @Test
  void normalDistancesGiveTheirOwnCurveBack() {
    Random random = new Random(1);
    long[] counts = new long[Histogram.STEPS];
    for (int i = 0; i < 1_000_000; i++) {
      double distance = 1.2766 + random.nextGaussian() / 10.3;
      counts[(int) (distance / 2 * Histogram.STEPS)]++;
    }

    TailFit fit = TailFit.of(new Histogram(counts, 2)).orElseThrow();

    assertThat(fit.b()).isCloseTo(10.3, within(0.2));
    assertThat(fit.a()).isCloseTo(-13.15, within(0.2));
    assertThat(fit.distance(1e-6)).isCloseTo(0.815, within(0.01));
    assertThat(fit.share(fit.distance(1e-8))).isCloseTo(1e-8, within(1e-11));
  }

  @Test
  void tooFewPairsAndPairsAtOneDistanceGiveNone() {
    long[] counts = new long[Histogram.STEPS];
    counts[1000] = TailFit.WANTED - 1;
    assertThat(TailFit.of(new Histogram(counts, 2))).isEmpty();

    counts[1000] = 10 * TailFit.WANTED;
    assertThat(TailFit.of(new Histogram(counts, 2))).isEmpty();
  }
}
