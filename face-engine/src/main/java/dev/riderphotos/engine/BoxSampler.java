package dev.riderphotos.engine;

/** Makes a square patch of a box, whatever its proportions: each pixel the mean over its area. */
final class BoxSampler {
  private final RgbImage image;
  private float red;
  private float green;
  private float blue;
  private float covered;

  private BoxSampler(RgbImage image) {
    this.image = image;
  }

  /**
   * Samples.
   *
   * @param box of some width and height; the part of it beyond the picture's edges is as its
   *     outermost pixels
   */
  static Patch sample(RgbImage image, Box box, int size) {
    BoxSampler sampler = new BoxSampler(image);
    Patch patch = new Patch(size);
    double width = (double) box.width() / size;
    double height = (double) box.height() / size;
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        sampler.average(patch, x, y, box.x() + x * width, box.y() + y * height, width, height);
      }
    }
    return patch;
  }

  private void average(
      Patch patch, int x, int y, double left, double top, double width, double height) {
    red = 0;
    green = 0;
    blue = 0;
    covered = 0;
    int bottom = (int) Math.ceil(top + height);
    int right = (int) Math.ceil(left + width);
    for (int row = (int) Math.floor(top); row < bottom; row++) {
      float down = overlap(row, top, top + height);
      for (int column = (int) Math.floor(left); column < right; column++) {
        add(column, row, down * overlap(column, left, left + width));
      }
    }
    patch.set(x, y, red / covered, green / covered, blue / covered);
  }

  /** How much of a pixel lies within. */
  private static float overlap(int pixel, double from, double to) {
    return (float) (Math.min(pixel + 1, to) - Math.max(pixel, from));
  }

  private void add(int x, int y, float weight) {
    int column = Math.clamp(x, 0, image.width() - 1);
    int row = Math.clamp(y, 0, image.height() - 1);
    int rgb = image.rgbAt(image.rowOffset(row) + RgbImage.columnOffset(column));
    red += weight * Rgb.red(rgb);
    green += weight * Rgb.green(rgb);
    blue += weight * Rgb.blue(rgb);
    covered += weight;
  }
}
