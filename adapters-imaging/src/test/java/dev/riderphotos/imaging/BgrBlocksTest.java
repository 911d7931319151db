package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BgrBlocksTest {
  @ParameterizedTest
  @CsvSource({
    "12, 8, 1",
    "12, 8, 2",
    "13, 8, 2",
    "12, 9, 2",
    "13, 9, 2",
    "100, 70, 3",
    "7, 50, 4",
    "301, 203, 5",
    "5, 5, 7",
    "1, 1, 2",
    "600, 599, 299"
  })
  void givesTheRoundedMeanOfEachBlock(int width, int height, int step) {
    byte[] bgr = new byte[3 * width * height];
    new Random(step).nextBytes(bgr);
    BgrBlocks blocks = new BgrBlocks(bgr, width, height, step);
    for (int row = 0; row < blocks.height(); row++) {
      float[] means = row(blocks, row);
      for (int i = 0; i < means.length; i++) {
        assertThat(means[i]).isEqualTo(mean(bgr, width, height, step, row, i));
      }
    }
  }

  /** A sum that is rounded up by no more than it must be, and one that just is not. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 7, 9, 16, 49, 250, 255, 256, 257, 1009, 4096, 65_535})
  void roundsUpFromHalfway(int pixels) {
    for (int mean = 1; mean <= 255; mean++) {
      int sum = mean * pixels - pixels / 2;
      assertThat(row(inOneBlock(sum, pixels), 0)).containsOnly(mean);
      assertThat(row(inOneBlock(sum - 1, pixels), 0)).containsOnly(mean - 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128, 255})
  void roundsAsExactlyTheLargestBlock(int mean) {
    int pixels = 2500 * 2500;
    int sum = mean * pixels - pixels / 2;
    assertThat(row(new BgrBlocks(bytes(sum, pixels), 2500, 2500, 2500), 0)).containsOnly(mean);
    assertThat(row(new BgrBlocks(bytes(sum - 1, pixels), 2500, 2500, 2500), 0))
        .containsOnly(mean - 1);
  }

  @Test
  void writesNothingBesideTheStripAskedFor() {
    byte[] bgr = new byte[3 * 11 * 4];
    new Random(1).nextBytes(bgr);
    BgrBlocks blocks = new BgrBlocks(bgr, 11, 4, 2);
    float[] strip = new float[18];
    Arrays.fill(strip, -1);
    blocks.row(1, 2, 4, strip);
    float[] expected = new float[18];
    Arrays.fill(expected, -1);
    System.arraycopy(row(blocks, 1), 6, expected, 6, 6);
    assertThat(strip).isEqualTo(expected);
  }

  /** In strips of three, which end anywhere. */
  private static float[] row(BgrBlocks blocks, int row) {
    float[] means = new float[3 * blocks.width()];
    for (int left = 0; left < blocks.width(); left += 3) {
      blocks.row(row, left, Math.min(left + 3, blocks.width()), means);
    }
    return means;
  }

  private static float mean(byte[] bgr, int width, int height, int step, int row, int i) {
    int left = i / 3 * step;
    int sum = 0;
    int pixels = 0;
    for (int y = row * step; y < Math.min((row + 1) * step, height); y++) {
      for (int x = left; x < Math.min(left + step, width); x++) {
        sum += bgr[3 * (y * width + x) + i % 3] & 0xFF;
        pixels++;
      }
    }
    return (sum + pixels / 2) / pixels;
  }

  private static BgrBlocks inOneBlock(int sum, int pixels) {
    return new BgrBlocks(bytes(sum, pixels), pixels, 1, pixels);
  }

  /** Spreads a sum over pixels, all colours alike. */
  private static byte[] bytes(int sum, int pixels) {
    byte[] bgr = new byte[3 * pixels];
    Arrays.fill(bgr, (byte) (sum / pixels));
    Arrays.fill(bgr, 0, 3 * (sum % pixels), (byte) (sum / pixels + 1));
    return bgr;
  }
}
