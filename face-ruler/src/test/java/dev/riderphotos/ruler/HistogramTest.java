package dev.riderphotos.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void everyEdgeComesBackAsItself() {
    long[] counts = new long[Histogram.STEPS];
    Arrays.fill(counts, 1);
    Histogram histogram = new Histogram(counts, 2.75);

    for (int step = 0; step < Histogram.STEPS; step++) {
      double edge = histogram.quantile((step + 0.5) / Histogram.STEPS);
      assertThat(histogram.nearerThan(edge)).isEqualTo(step);
    }
    assertThat(histogram.farthest()).isEqualTo(histogram.range()).isEqualTo(2.75);
  }

  @Test
  void nothingCountedHasNoShare() {
    Histogram empty = new Histogram(new long[Histogram.STEPS], 2);

    assertThat(empty.total()).isZero();
    assertThat(empty.farthest()).isZero();
    assertThat(empty.shareNearerThan(1)).isNaN();
  }
}
