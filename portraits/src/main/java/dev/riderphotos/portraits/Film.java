package dev.riderphotos.portraits;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/**
 * Develops a painted picture: exposure, a touch of colour cast, and grain. Networks that learned
 * from photographs have never seen surfaces without noise.
 *
 * <p>Works on the arrays beneath the pictures: the accessors of {@link BufferedImage} would take
 * longer than all the painting.
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
    BufferedImage photo =
        new BufferedImage(painted.getWidth(), painted.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    int[] painting = ((DataBufferInt) painted.getRaster().getDataBuffer()).getData();
    byte[] bytes = ((DataBufferByte) photo.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < painting.length; i++) {
      expose(painting[i], bytes, 3 * i);
    }
    return photo;
  }

  private void expose(int rgb, byte[] photo, int at) {
    int grain = grain();
    photo[at] = channel(rgb & 0xFF, light.exposure() - light.warmth(), grain);
    photo[at + 1] = channel((rgb >> 8) & 0xFF, light.exposure(), grain);
    photo[at + 2] = channel((rgb >> 16) & 0xFF, light.exposure() + light.warmth(), grain);
  }

  private static byte channel(int value, double gain, int grain) {
    return (byte) Math.clamp((int) (value * gain) + grain, 0, 255);
  }

  // Xorshift; the sum of two throws is near zero more often than far from it.
  private int grain() {
    noise ^= noise << 13;
    noise ^= noise >>> 17;
    noise ^= noise << 5;
    return (noise & 0xFF) * GRAIN / 256 + ((noise >>> 8) & 0xFF) * GRAIN / 256 - GRAIN + 1;
  }
}
