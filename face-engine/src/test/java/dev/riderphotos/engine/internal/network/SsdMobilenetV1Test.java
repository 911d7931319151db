package dev.riderphotos.engine.internal.network;

import static dev.riderphotos.engine.internal.network.SsdMobilenetV1.INPUT_SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SsdMobilenetV1Test {
  private static final int FIRST_PLANE = 32 * 32 * 3 * 4;
  private static final int SECOND_PLANE = 16 * 16 * 6 * 4;
  private static final int ALL = 5118 * 4;

  /** Each number is its own place. */
  private final float[] all = numbers(0, ALL);

  @Test
  void theWholeSquareHasAllPriors() {
    assertThat(SsdMobilenetV1.priors(all, INPUT_SIZE, INPUT_SIZE)).isEqualTo(all);
  }

  @Test
  void withoutRowsTheLastOnesOfBothPlanesAreLeftOut() {
    float[] priors = SsdMobilenetV1.priors(all, 352, INPUT_SIZE);

    int first = 22 * 32 * 3 * 4;
    int second = 11 * 16 * 6 * 4;
    assertThat(Arrays.copyOf(priors, first)).isEqualTo(numbers(0, first));
    assertThat(Arrays.copyOfRange(priors, first, first + second))
        .isEqualTo(numbers(FIRST_PLANE, second));
    assertThat(Arrays.copyOfRange(priors, first + second, priors.length))
        .isEqualTo(numbers(FIRST_PLANE + SECOND_PLANE, ALL - FIRST_PLANE - SECOND_PLANE));
  }

  @Test
  void withoutColumnsEachRowIsShorter() {
    float[] priors = SsdMobilenetV1.priors(all, INPUT_SIZE, 32);

    assertThat(Arrays.copyOf(priors, 24)).isEqualTo(numbers(0, 24));
    assertThat(Arrays.copyOfRange(priors, 24, 48)).isEqualTo(numbers(32 * 3 * 4, 24));
    assertThat(Arrays.copyOfRange(priors, 32 * 24, 32 * 24 + 24))
        .isEqualTo(numbers(FIRST_PLANE, 24));
  }

  private static float[] numbers(int from, int count) {
    float[] numbers = new float[count];
    IntStream.range(0, count).forEach(i -> numbers[i] = from + i);
    return numbers;
  }
}
