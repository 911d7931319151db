package dev.riderphotos.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanczosResizerTest {
  @ParameterizedTest
  @CsvSource({"1200, 800, 300, 200", "1201, 799, 300, 200", "333, 334, 299, 300", "90, 80, 1, 1"})
  void keepsAPlainColourExactly(int width, int height, int newWidth, int newHeight) {
    BufferedImage from = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Arrays.fill(Bgr.bytes(from), (byte) 200);
    assertThat(Bgr.bytes(resized(from, newWidth, newHeight))).containsOnly((byte) 200);
  }

  /** A ramp is where a picture that is shifted by part of a pixel shows. */
  @ParameterizedTest
  @CsvSource({"600", "601", "613", "1199", "1200", "4001"})
  void keepsEverythingInItsPlace(int width) {
    BufferedImage to = resized(ramp(width), 300, 100);
    for (int x = 10; x < 290; x++) {
      double expected = 255 * (x + 0.5) / 300;
      assertThat(new Color(to.getRGB(x, 50)).getRed() - expected).isBetween(-1.0, 1.0);
    }
  }

  /** Point sampling would show a pattern that is not there. */
  @Test
  void makesGreyOfStripesTooFineToShow() {
    BufferedImage stripes = new BufferedImage(1500, 300, BufferedImage.TYPE_3BYTE_BGR);
    for (int x = 0; x < 1500; x += 2) {
      for (int y = 0; y < 300; y++) {
        stripes.setRGB(x, y, 0xFFFFFF);
      }
    }
    BufferedImage to = resized(stripes, 300, 60);
    for (int x = 0; x < 300; x++) {
      assertThat(new Color(to.getRGB(x, 30)).getRed()).isBetween(100, 155);
    }
  }

  private static BufferedImage ramp(int width) {
    BufferedImage ramp = new BufferedImage(width, 200, BufferedImage.TYPE_3BYTE_BGR);
    for (int x = 0; x < width; x++) {
      int grey = (int) Math.round(255 * (x + 0.5) / width);
      for (int y = 0; y < 200; y++) {
        ramp.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    return ramp;
  }

  private static BufferedImage resized(BufferedImage from, int width, int height) {
    BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    new LanczosResizer().resize(from, to);
    return to;
  }
}
