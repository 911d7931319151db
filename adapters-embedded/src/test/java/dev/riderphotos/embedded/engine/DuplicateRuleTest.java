package dev.riderphotos.embedded.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.riderphotos.embedded.engine.DuplicateRule.FalseAlarms;
import dev.riderphotos.embedded.engine.DuplicateRule.FixedSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicateRuleTest {
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
    assertThat(new FalseAlarms(0.01).maxDistance(faces)).isCloseTo(limit, within(1e-3));
  }

  @Test
  void tenTimesTheRateIsLikeATenthOfTheFaces() {
    assertThat(new FalseAlarms(0.1).maxDistance(1000))
        .isCloseTo(new FalseAlarms(0.01).maxDistance(100), within(1e-9));
  }

  @Test
  void aFixedSimilarityKnowsNoSize() {
    assertThat(new FixedSimilarity(70).maxDistance(1))
        .isCloseTo(0.55, within(1e-9))
        .isEqualTo(new FixedSimilarity(70).maxDistance(1_000_000));
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new FixedSimilarity(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FixedSimilarity(100.1));
  }
}
