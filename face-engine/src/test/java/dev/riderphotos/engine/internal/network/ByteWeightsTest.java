package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ByteWeightsTest {
  private static final double STEP = 0.25;

  @Test
  void exactOnesHaveTheZeroTheyNeed() {
    ByteWeights weights = ByteWeights.exact(filters(-24, 0, 39.75f, 1), STEP);

    assertThat(weights.bytes(false)).containsExactly(0, 96, 255, 100);
    assertThat(weights.zero(false)).isEqualTo((byte) 96);
    assertThat(weights.bytes(true)).containsExactly(-128, -32, 127, -28);
    assertThat(weights.zero(true)).isEqualTo((byte) -32);
    assertThat(weights.steps()).containsExactly(0.25f, 0.25f);
  }

  @Test
  void channelsThatFitAroundZeroStayExact() {
    ByteWeights weights = ByteWeights.aroundZero(filters(-32, 31.75f, 1, 0), STEP);

    assertThat(weights.bytes(true)).containsExactly(-128, 127, 4, 0);
    assertThat(weights.zero(true)).isZero();
    assertThat(weights.zero(false)).isEqualTo((byte) 128);
    assertThat(weights.steps()).containsExactly(0.25f, 0.25f);
  }

  @Test
  void othersAreRoundedByThemselves() {
    ByteWeights weights = ByteWeights.aroundZero(filters(-32, 39.75f, 1, 0), STEP);

    assertThat(weights.steps()[0]).isCloseTo(0.25f * 160 / 127, Offset.offset(1e-6f));
    assertThat(weights.bytes(true)).containsExactly(-102, 126, 4, 0);
    assertThat(weights.steps()[1]).isEqualTo(0.25f);
  }

  @Test
  void factorsGoIntoTheSteps() {
    ByteWeights weights = ByteWeights.exact(filters(1, 2, 3, 4), STEP).times(new float[] {2, -4});

    assertThat(weights.steps()).containsExactly(0.5f, -1);
    assertThat(weights.bytes(false)).containsExactly(4, 8, 12, 16);
  }

  /** Two channels of two inputs each, as ONNX orders them. */
  private static Filters filters(float one, float two, float three, float four) {
    return Filters.full(new Tensor(new int[] {1, 1, 2, 2}, new float[] {one, three, two, four}));
  }
}
