package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaSamplerTest {
  /** Every second column is white. */
  private final RgbImage stripes = stripes(64, 64);

  @Test
  void copiesWhatIsNotScaled() {
    Patch patch = AreaSampler.sample(stripes, new Similarity(1, 0, 0, 0), 8);
    assertThat(patch.luma(0, 3)).isCloseTo(0, within(0.01f));
    assertThat(patch.luma(1, 3)).isCloseTo(255, within(0.01f));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8})
  void averagesWhatIsShrunk(int factor) {
    Patch patch = AreaSampler.sample(stripes, new Similarity(factor, 0, 0, 0), 8);
    assertThat(patch.luma(4, 4)).isCloseTo(127.5f, within(0.01f));
  }

  @Test
  void repeatsThePicturesEdges() {
    RgbImage red = Pictures.plain(4, 4, 0xFF0000);
    Patch patch = AreaSampler.sample(red, new Similarity(5, 0, -100, -100), 8);
    assertThat(patch.luma(0, 0)).isCloseTo(0.299f * 255, within(0.01f));
  }

  @Test
  void turns() {
    // A quarter turn: the patch's x axis goes down the picture.
    Patch patch = AreaSampler.sample(stripes, new Similarity(0, 1, 64, 0), 8);
    assertThat(patch.luma(3, 0)).isCloseTo(255, within(0.01f));
    assertThat(patch.luma(3, 1)).isCloseTo(0, within(0.01f));
  }

  /** Sample by sample, for patches small and large, turned, inside the picture and beyond it. */
  @Test
  void eachPixelIsTheMeanOfItsSamples() {
    Random random = new Random(5);
    byte[] bytes = new byte[50 * 40 * 3];
    random.nextBytes(bytes);
    RgbImage image = RgbImage.ofBgr(50, 40, bytes);
    for (int i = 0; i < 60; i++) {
      double scale = random.nextDouble(0.3, 9);
      double angle = random.nextDouble(-3, 3);
      Similarity toImage =
          new Similarity(
              scale * Math.cos(angle),
              scale * Math.sin(angle),
              random.nextDouble(-10, 60),
              random.nextDouble(-10, 50));
      Patch patch = AreaSampler.sampleInterpolated(image, toImage, 6);
      for (int at = 0; at < 36; at++) {
        float expected = (float) mean(image, toImage, at % 6, at / 6);
        assertThat(patch.luma(at)).isCloseTo(expected, within(1f));
      }
    }
  }

  private static double mean(RgbImage image, Similarity toImage, int x, int y) {
    int samples = (int) Math.clamp(Math.ceil(toImage.scale()), 1, 8);
    double sum = 0;
    for (int i = 0; i < samples * samples; i++) {
      double fromX = x + (i % samples + 0.5) / samples;
      double fromY = y + (i / samples + 0.5) / samples;
      sum += between(image, toImage.x(fromX, fromY) - 0.5, toImage.y(fromX, fromY) - 0.5);
    }
    return sum / samples / samples;
  }

  private static double between(RgbImage image, double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double right = x - left;
    double down = y - top;
    double above = (1 - right) * luma(image, left, top) + right * luma(image, left + 1, top);
    double below =
        (1 - right) * luma(image, left, top + 1) + right * luma(image, left + 1, top + 1);
    return (1 - down) * above + down * below;
  }

  private static float luma(RgbImage image, int x, int y) {
    int row = image.rowOffset(Math.clamp(y, 0, image.height() - 1));
    int rgb = image.rgbAt(row + RgbImage.columnOffset(Math.clamp(x, 0, image.width() - 1)));
    return Rgb.luma(Rgb.red(rgb), Rgb.green(rgb), Rgb.blue(rgb));
  }

  private static RgbImage stripes(int width, int height) {
    byte[] bytes = new byte[width * height * 3];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i / 3 % 2 == 0 ? 0 : 255);
    }
    return RgbImage.ofBgr(width, height, bytes);
  }
}
