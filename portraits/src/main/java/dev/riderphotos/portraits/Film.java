package dev.riderphotos.portraits;

import java.awt.image.BufferedImage;

/**
 * Develops a painted picture: exposure, a touch of colour cast, and grain. Networks that learned
 * from photographs have never seen surfaces without noise.
 */
final class Film {
  private static final int GRAIN = 7;

  private final Light light;
  private int noise;

  Film(Light light, long take) {
    this.light = light;
    this.noise = Dice.of(take, "grain").below(Integer.MAX_VALUE - 1) + 1;
  }

  /** The layout of the answer, blue-green-red bytes, is what decoded JPEG photos have. */
  BufferedImage developed(BufferedImage painted) {
    int width = painted.getWidth();
    int height = painted.getHeight();
    BufferedImage photo = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      painted.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        row[x] = exposed(row[x]);
      }
      photo.setRGB(0, y, width, 1, row, 0, width);
    }
    return photo;
  }

  private int exposed(int rgb) {
    int grain = grain();
    int red = channel((rgb >> 16) & 0xFF, light.exposure() + light.warmth(), grain);
    int green = channel((rgb >> 8) & 0xFF, light.exposure(), grain);
    int blue = channel(rgb & 0xFF, light.exposure() - light.warmth(), grain);
    return red << 16 | green << 8 | blue;
  }

  private static int channel(int value, double gain, int grain) {
    return Math.clamp((int) (value * gain) + grain, 0, 255);
  }

  // Xorshift; the sum of two throws is near zero more often than far from it.
  private int grain() {
    noise ^= noise << 13;
    noise ^= noise >>> 17;
    noise ^= noise << 5;
    return (noise & 0xFF) * GRAIN / 256 + ((noise >>> 8) & 0xFF) * GRAIN / 256 - GRAIN + 1;
  }
}
