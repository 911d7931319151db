package dev.riderphotos.engine;

import java.util.Arrays;

/**
 * Makes a square patch of a box, whatever its proportions: each pixel is the mean over its area.
 * Beyond its edges the picture goes on as its outermost pixels. Rows are shortened first, then
 * added up.
 */
final class BoxSampler {
  private static final int COLOURS = 3;

  private final RgbImage image;
  private final Spans columns;
  private final float[][] shares;
  private final Spans rows;
  private final float[] sum;

  private BoxSampler(RgbImage image, Box box, int size) {
    this.image = image;
    this.columns = Spans.of(box.x(), box.width(), size);
    this.rows = Spans.of(box.y(), box.height(), size);
    this.shares = new float[size][];
    for (int x = 0; x < size; x++) {
      shares[x] = columns.shares(x);
    }
    this.sum = new float[COLOURS * size];
  }

  /**
   * Samples.
   *
   * @param box of some width and height
   */
  static Patch sample(RgbImage image, Box box, int size) {
    return new BoxSampler(image, box, size).patch(size);
  }

  /** Each of so many equal parts of a line covers these pixels, the first and last in part. */
  private record Spans(double from, double length) {
    static Spans of(float from, float length, int count) {
      return new Spans(from, (double) length / count);
    }

    int first(int part) {
      return (int) Math.floor(from + part * length);
    }

    int end(int part) {
      return (int) Math.ceil(from + (part + 1) * length);
    }

    /** The shares of all pixels of a part. */
    float[] shares(int part) {
      float[] shares = new float[end(part) - first(part)];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = share(part, first(part) + i);
      }
      return shares;
    }

    /** How much of a pixel the part covers, as a share of the part. */
    float share(int part, int pixel) {
      double begin = Math.max(pixel, from + part * length);
      double end = Math.min(pixel + 1.0, from + (part + 1) * length);
      return (float) ((end - begin) / length);
    }
  }

  private Patch patch(int size) {
    Patch patch = new Patch(size);
    for (int y = 0; y < size; y++) {
      Arrays.fill(sum, 0);
      for (int row = rows.first(y); row < rows.end(y); row++) {
        add(Math.clamp(row, 0, image.height() - 1), rows.share(y, row), size);
      }
      for (int x = 0; x < size; x++) {
        patch.set(x, y, sum[COLOURS * x], sum[COLOURS * x + 1], sum[COLOURS * x + 2]);
      }
    }
    return patch;
  }

  private void add(int row, float weight, int size) {
    int offset = image.rowOffset(row);
    int last = image.width() - 1;
    for (int x = 0; x < size; x++) {
      float red = 0;
      float green = 0;
      float blue = 0;
      int first = columns.first(x);
      float[] of = shares[x];
      for (int i = 0; i < of.length; i++) {
        int column = Math.clamp(first + i, 0, last);
        int rgb = image.rgbAt(offset + RgbImage.columnOffset(column));
        float share = of[i];
        red += share * Rgb.red(rgb);
        green += share * Rgb.green(rgb);
        blue += share * Rgb.blue(rgb);
      }
      sum[COLOURS * x] += weight * red;
      sum[COLOURS * x + 1] += weight * green;
      sum[COLOURS * x + 2] += weight * blue;
    }
  }
}
