package dev.riderphotos.engine.internal.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ByteWeightsTest {
  private static final double STEP = 0.25;

  @Test
  void channelsThatFitStayExact() {
    ByteWeights weights = ByteWeights.of(filters(-32, 31.75f, 1, 0), STEP);

    assertThat(weights.bytes(true)).containsExactly(-128, 127, 4, 0);
    assertThat(weights.bytes(false)).containsExactly(0, 255, 132, 128);
    assertThat(weights.steps()).containsExactly(0.25f, 0.25f);
  }

  @Test
  void othersAreRoundedByThemselves() {
    ByteWeights weights = ByteWeights.of(filters(-32, 39.75f, 1, 0), STEP);

    assertThat(weights.steps()[0]).isBetween(0.25f * 160 / 128, 0.5f);
    assertThat(weights.steps()[1]).isEqualTo(0.25f);
    byte[] bytes = weights.bytes(true);
    float half = weights.steps()[0] / 2;
    assertThat(bytes[0] * weights.steps()[0]).isCloseTo(-32, Offset.offset(half));
    assertThat(bytes[1] * weights.steps()[0]).isCloseTo(39.75f, Offset.offset(half));
  }

  @Test
  void theStepIsTheOneThatLosesLeast() {
    ByteWeights weights = ByteWeights.of(filters(-48, 33, 1, 0), STEP);

    assertThat(weights.steps()[0]).isEqualTo(3 * 0.125f);
    assertThat(weights.bytes(true)).containsExactly(-128, 88, 4, 0);
  }

  @Test
  void factorsGoIntoTheSteps() {
    ByteWeights weights = ByteWeights.of(filters(1, 2, 3, 4), STEP).times(new float[] {2, -4});

    assertThat(weights.steps()).containsExactly(0.5f, -1);
    assertThat(weights.bytes(true)).containsExactly(4, 8, 12, 16);
  }

  /** Two channels of two inputs each, as ONNX orders them. */
  private static Filters filters(float one, float two, float three, float four) {
    return Filters.full(new Tensor(new int[] {1, 1, 2, 2}, new float[] {one, three, two, four}));
  }
}
