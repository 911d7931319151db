package dev.riderphotos.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;
import org.junit.jupiter.api.Test;

class DuplicateRuleTest {
  @Test
  void onAFixedScaleARateIsTheReferencesSimilarity() {
    assertThat(new FalseAlarms(0.01).similarity()).isEqualTo(70);
    assertThat(new FixedSimilarity(82.5).similarity()).isEqualTo(82.5);
  }

  @Test
  void impossibleSettingsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FalseAlarms(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new FixedSimilarity(0));
    assertThatIllegalArgumentException().isThrownBy(() -> new FixedSimilarity(100.1));
  }
}
