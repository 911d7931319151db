package dev.riderphotos.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxSamplerTest {
  private static final int FINE = 64;

  /** Against the mean of very many samples, for boxes large and small, inside and beyond. */
  @Test
  void eachPixelIsTheMeanOverItsArea() {
    Random random = new Random(3);
    byte[] bytes = new byte[40 * 30 * 3];
    random.nextBytes(bytes);
    RgbImage image = RgbImage.ofBgr(40, 30, bytes);
    for (int i = 0; i < 20; i++) {
      Box box =
          new Box(
              random.nextFloat(-10, 30),
              random.nextFloat(-10, 20),
              random.nextFloat(2, 40),
              random.nextFloat(2, 40));
      Patch patch = BoxSampler.sample(image, box, 4);
      for (int at = 0; at < 16; at++) {
        assertThat(patch.luma(at)).isCloseTo(mean(image, box, at % 4, at / 4), within(2f));
      }
    }
  }

  private static float mean(RgbImage image, Box box, int x, int y) {
    double sum = 0;
    for (int i = 0; i < FINE; i++) {
      for (int j = 0; j < FINE; j++) {
        double px = box.x() + (x + (i + 0.5) / FINE) * box.width() / 4;
        double py = box.y() + (y + (j + 0.5) / FINE) * box.height() / 4;
        int column = Math.clamp((int) Math.floor(px), 0, image.width() - 1);
        int row = Math.clamp((int) Math.floor(py), 0, image.height() - 1);
        int rgb = image.rgbAt(image.rowOffset(row) + RgbImage.columnOffset(column));
        sum += Rgb.luma(Rgb.red(rgb), Rgb.green(rgb), Rgb.blue(rgb));
      }
    }
    return (float) (sum / FINE / FINE);
  }
}
