package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxTest {
  private final Box box = new Box(10, 20, 40, 30);

  @Test
  void overlapIsOneForItselfAndZeroForNeighbours() {
    assertThat(box.overlap(box)).isEqualTo(1);
    assertThat(box.overlap(new Box(50, 20, 40, 30))).isZero();
    assertThat(box.overlap(new Box(30, 20, 40, 30))).isEqualTo(1f / 3);
  }

  @Test
  void isCutOffAtThePicturesEdges() {
    assertThat(box.within(100, 100)).isEqualTo(box);
    assertThat(box.within(30, 25)).isEqualTo(new Box(10, 20, 20, 5));
    assertThat(new Box(-5, -5, 10, 10).within(100, 100)).isEqualTo(new Box(0, 0, 5, 5));
    assertThat(new Box(-50, 0, 10, 10).within(100, 100).area()).isZero();
    assertThat(new Box(500, 0, 10, 10).within(100, 100).area()).isZero();
  }
}
