package dev.riderphotos.engine;

/** How well a face can be seen. Scales of our own, set on colour photos of normal quality. */
final class Quality {
  /** Lines and columns that are looked at for the brightness; more do not change it. */
  private static final int RASTER = 256;

  private Quality() {}

  /** The mean luminance within a crop of a picture, 0 to 100. */
  static float brightness(RgbImage image, Crop crop) {
    int step = Math.max(1, crop.side() / RASTER);
    byte[] bgr = image.bgr();
    long red = 0;
    long green = 0;
    long blue = 0;
    int count = 0;
    for (int y = crop.y(); y < crop.y() + crop.height(); y += step) {
      for (int x = crop.x(); x < crop.x() + crop.width(); x += step) {
        int at = image.rowOffset(y) + RgbImage.columnOffset(x);
        blue += bgr[at] & 0xFF;
        green += bgr[at + 1] & 0xFF;
        red += bgr[at + 2] & 0xFF;
        count++;
      }
    }
    return Rgb.luma((float) red / count, (float) green / count, (float) blue / count) / 2.55f;
  }

  /** How strong edges are compared with contrast, 0 to 100: the logarithm of the variances. */
  static float sharpness(Patch chip) {
    Variance edges = new Variance();
    Variance contrast = new Variance();
    for (int y = 1; y < chip.size() - 1; y++) {
      for (int x = 1; x < chip.size() - 1; x++) {
        edges.add(laplacian(chip, x, y));
        contrast.add(chip.luma(x, y));
      }
    }
    if (edges.value() == 0 || contrast.value() == 0) {
      return 0;
    }
    double ratio = Math.log10(edges.value() / contrast.value());
    return (float) Math.clamp(100 * (ratio + 3.2) / 2.6, 0, 100);
  }

  private static double laplacian(Patch chip, int x, int y) {
    return chip.luma(x - 1, y)
        + chip.luma(x + 1, y)
        + chip.luma(x, y - 1)
        + chip.luma(x, y + 1)
        - 4 * chip.luma(x, y);
  }

  private static final class Variance {
    private double sum;
    private double squares;
    private int count;

    void add(double value) {
      sum += value;
      squares += value * value;
      count++;
    }

    double value() {
      double mean = sum / count;
      return Math.max(0, squares / count - mean * mean);
    }
  }
}
