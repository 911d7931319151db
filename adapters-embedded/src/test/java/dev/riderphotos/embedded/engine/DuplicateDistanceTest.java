package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0.55",
    "10, 0.55",
    "100, 0.50",
    "1000, 0.45",
    "10000, 0.40",
    "100000, 0.37",
    "1000000, 0.34",
    "100000000, 0.34",
    "316, 0.475"
  })
  void theLimitFallsAsTheCollectionGrows(int faces, double limit) {
    assertThat(DuplicateDistance.most(Engines.MODEL, new FalseAlarms(0.01), faces))
        .isCloseTo(limit, within(1e-3));
  }

  @Test
  void tenTimesTheRateIsLikeATenthOfTheFaces() {
    assertThat(DuplicateDistance.most(Engines.MODEL, new FalseAlarms(0.1), 1000))
        .isCloseTo(DuplicateDistance.most(Engines.MODEL, new FalseAlarms(0.01), 100), within(1e-9));
  }

  @Test
  void aFixedSimilarityKnowsNoSize() {
    assertThat(DuplicateDistance.most(Engines.MODEL, new FixedSimilarity(70), 1))
        .isCloseTo(0.55, within(1e-9))
        .isEqualTo(DuplicateDistance.most(Engines.MODEL, new FixedSimilarity(70), 1_000_000));
  }
}
