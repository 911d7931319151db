package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DetectionTest {
  private final Detection sure = new Detection(new Box(0, 0, 10, 10), 0.9f);
  private final Detection nearIt = new Detection(new Box(1, 1, 10, 10), 0.8f);
  private final Detection elsewhere = new Detection(new Box(40, 0, 10, 10), 0.7f);

  @Test
  void keepsTheSurestOfThoseThatOverlap() {
    assertThat(Detection.strongest(List.of(elsewhere, nearIt, sure), 0.5f, 100))
        .containsExactly(sure, elsewhere);
    assertThat(Detection.strongest(List.of(elsewhere, nearIt, sure), 0.9f, 100))
        .containsExactly(sure, nearIt, elsewhere);
  }

  @Test
  void keepsNoMoreThanTheLimit() {
    assertThat(Detection.strongest(List.of(elsewhere, sure), 0.5f, 1)).containsExactly(sure);
    assertThat(Detection.strongest(List.of(), 0.5f, 1)).isEmpty();
  }
}
