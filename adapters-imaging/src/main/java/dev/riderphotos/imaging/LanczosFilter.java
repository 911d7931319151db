package dev.riderphotos.imaging;

/**
 * What each pixel of a reduced line takes from the pixels of the original line: Lanczos with three
 * lobes, stretched by the reduction.
 */
final class LanczosFilter {
  private static final int LOBES = 3;

  /** Pixels of a row: long enough for vectors, short enough that a first photo makes loops hot. */
  private static final int STRIP = 128;

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

  /** Reduces every column of an image, a strip of columns at a time. */
  float[][] down(BgrBlocks image) {
    float[] row = new float[3 * image.width()];
    float[][] reduced = new float[first.length][row.length];
    for (int left = 0; left < image.width(); left += STRIP) {
      down(image, left, Math.min(left + STRIP, image.width()), row, reduced);
    }
    return reduced;
  }

  private void down(BgrBlocks image, int left, int right, float[] row, float[][] reduced) {
    int unfinished = 0;
    for (int y = 0; y < length; y++) {
      image.row(y, left, right, row);
      while (first[unfinished] + weights[unfinished].length <= y) {
        unfinished++;
      }
      for (int i = unfinished; i < first.length && first[i] <= y; i++) {
        add(row, weights[i][y - first[i]], reduced[i], 3 * left, 3 * right);
      }
    }
  }

  /** One index for both arrays: only so does the JVM know that it may use vector instructions. */
  private static void add(float[] row, float weight, float[] sums, int from, int to) {
    for (int i = from; i < to; i++) {
      sums[i] += weight * row[i];
    }
  }

  /** Reduces every row of what {@link #down} gave. */
  void across(float[][] rows, byte[] bgr) {
    int to = 0;
    for (float[] row : rows) {
      for (int pixel = 0; pixel < first.length; pixel++) {
        pixel(row, 3 * first[pixel], weights[pixel], bgr, to);
        to += 3;
      }
    }
  }

  private static void pixel(float[] row, int start, float[] weights, byte[] bgr, int to) {
    float blue = 0;
    float green = 0;
    float red = 0;
    int from = start;
    for (float weight : weights) {
      blue += weight * row[from];
      green += weight * row[from + 1];
      red += weight * row[from + 2];
      from += 3;
    }
    bgr[to] = rounded(blue);
    bgr[to + 1] = rounded(green);
    bgr[to + 2] = rounded(red);
  }

  private static byte rounded(float sum) {
    return (byte) Math.clamp((int) (sum + 0.5f), 0, 255);
  }
}
