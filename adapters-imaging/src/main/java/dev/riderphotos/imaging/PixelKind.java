package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;

/**
 * How the samples of a pixel make a colour. Not left to Java2D, which takes grey for linear light
 * when there is alpha and makes it lighter.
 */
@FunctionalInterface
interface PixelKind {
  /** The colour of the pixel whose samples begin at {@code from}, alpha first, 8 bits each. */
  int argb(int[] samples, int from);

  static PixelKind of(BufferedImage image) {
    if (image.getColorModel() instanceof IndexColorModel palette) {
      return (samples, from) -> palette.getRGB(samples[from]);
    }
    PixelKind kind = ofBytes(image);
    return image.getSampleModel().getSampleSize(0) == 16 ? kind.rounded() : kind;
  }

  private static PixelKind ofBytes(BufferedImage image) {
    boolean alpha = image.getColorModel().hasAlpha();
    return switch (image.getSampleModel().getNumBands()) {
      case 1 -> (samples, from) -> argb(255, samples[from], samples[from], samples[from]);
      case 2 ->
          (samples, from) -> argb(samples[from + 1], samples[from], samples[from], samples[from]);
      case 3 -> (samples, from) -> argb(255, samples[from], samples[from + 1], samples[from + 2]);
      default -> alpha ? PixelKind::transparent : PixelKind::inks;
    };
  }

  private static int transparent(int[] samples, int from) {
    return argb(samples[from + 3], samples[from], samples[from + 1], samples[from + 2]);
  }

  /** Cyan, magenta, yellow and black, as they look without a profile that would know better. */
  private static int inks(int[] samples, int from) {
    int paper = 255 - samples[from + 3];
    return argb(
        255,
        (255 - samples[from]) * paper / 255,
        (255 - samples[from + 1]) * paper / 255,
        (255 - samples[from + 2]) * paper / 255);
  }

  /** The same kind, of samples of 16 bits. */
  private PixelKind rounded() {
    return (samples, from) -> {
      int[] bytes = new int[4];
      for (int i = from; i < Math.min(from + 4, samples.length); i++) {
        bytes[i - from] = samples[i] >> 8;
      }
      return argb(bytes, 0);
    };
  }

  private static int argb(int alpha, int red, int green, int blue) {
    return alpha << 24 | red << 16 | green << 8 | blue;
  }
}
