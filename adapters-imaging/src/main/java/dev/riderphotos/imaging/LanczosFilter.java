package dev.riderphotos.imaging;

import java.util.Arrays;

/**
 * What each pixel of a reduced line takes from the pixels of the original line: Lanczos with three
 * lobes, stretched by the reduction.
 */
final class LanczosFilter {
  private static final int LOBES = 3;

  private final int length;
  private final int[] first;
  private final float[][] weights;

  private LanczosFilter(int length, int reducedLength) {
    this.length = length;
    this.first = new int[reducedLength];
    this.weights = new float[reducedLength][];
  }

  /**
   * @param length of the original line
   * @param scale how many of its pixels make one: not always {@code length / reducedLength}, for
   *     its last pixel may stand for less than a whole one
   */
  static LanczosFilter reducing(int length, int reducedLength, double scale) {
    LanczosFilter filter = new LanczosFilter(length, reducedLength);
    for (int i = 0; i < reducedLength; i++) {
      filter.weigh(i, (i + 0.5) * scale - 0.5, scale);
    }
    return filter;
  }

  private void weigh(int pixel, double centre, double scale) {
    double reach = LOBES * scale;
    int from = Math.max(0, (int) Math.ceil(centre - reach));
    int to = Math.min(length - 1, (int) Math.floor(centre + reach));
    double[] raw = new double[to - from + 1];
    double sum = 0;
    for (int i = 0; i < raw.length; i++) {
      raw[i] = lanczos((from + i - centre) / scale);
      sum += raw[i];
    }
    first[pixel] = from;
    weights[pixel] = new float[raw.length];
    for (int i = 0; i < raw.length; i++) {
      weights[pixel][i] = (float) (raw[i] / sum);
    }
  }

  private static double lanczos(double x) {
    return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
  }

  private static double sinc(double x) {
    return Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** Reduces every row of an image of BGR bytes. */
  float[] across(byte[] bgr, int rows) {
    float[] reduced = new float[3 * first.length * rows];
    int to = 0;
    for (int row = 0; row < rows; row++) {
      for (int pixel = 0; pixel < first.length; pixel++) {
        pixel(bgr, 3 * (row * length + first[pixel]), weights[pixel], reduced, to);
        to += 3;
      }
    }
    return reduced;
  }

  private static void pixel(byte[] bgr, int start, float[] weights, float[] reduced, int to) {
    float blue = 0;
    float green = 0;
    float red = 0;
    int from = start;
    for (float weight : weights) {
      blue += weight * (bgr[from] & 0xFF);
      green += weight * (bgr[from + 1] & 0xFF);
      red += weight * (bgr[from + 2] & 0xFF);
      from += 3;
    }
    reduced[to] = blue;
    reduced[to + 1] = green;
    reduced[to + 2] = red;
  }

  /** Reduces every column of what {@link #across} gave. */
  void down(float[] rows, int width, byte[] bgr) {
    float[] sums = new float[3 * width];
    for (int row = 0; row < first.length; row++) {
      Arrays.fill(sums, 0);
      for (int i = 0; i < weights[row].length; i++) {
        add(rows, (first[row] + i) * sums.length, weights[row][i], sums);
      }
      round(sums, bgr, row * sums.length);
    }
  }

  private static void add(float[] rows, int from, float weight, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * rows[from + i];
    }
  }

  private static void round(float[] sums, byte[] bgr, int to) {
    for (int i = 0; i < sums.length; i++) {
      bgr[to + i] = (byte) Math.clamp((int) (sums[i] + 0.5f), 0, 255);
    }
  }
}
