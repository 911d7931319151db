package dev.riderphotos.engine;

import java.util.Arrays;

/**
 * Takes a turned and scaled patch out of a picture. Each pixel of the patch is the mean over the
 * area that it covers; beyond its edges the picture goes on as its outermost pixels.
 *
 * <p>Samples lie on straight lines through the picture, one after the other at equal distances, so
 * places are whole numbers of 2<sup>-32</sup> pixels that grow by addition. Everything is summed up
 * in whole numbers, which neither waits for the last sum nor converts a colour. RATIONALE.md says
 * what was tried besides.
 */
final class AreaSampler {
  /** From so many samples a side on, whole pixels are as good as interpolated ones, and faster. */
  private static final int DENSE = 4;

  /** More samples a side than this do not change a mean any more. */
  private static final int MOST = 8;

  private static final int FRACTION_BITS = 32;

  /** Of an interpolated sample, its neighbour counts in steps of 1 / 256. */
  private static final int WEIGHT_BITS = 8;

  private static final int WHOLE_WEIGHT = 1 << WEIGHT_BITS;
  private static final int WEIGHT_SHIFT = FRACTION_BITS - WEIGHT_BITS;

  private final byte[] bgr;
  private final int stride;
  private final int lastColumn;
  private final int lastRow;
  private final Similarity toImage;
  private final int samples;
  private final boolean interpolated;
  private final long stepX;
  private final long stepY;
  private final int size;
  private final int[] red;
  private final int[] green;
  private final int[] blue;

  private AreaSampler(RgbImage image, Similarity toImage, int size, int dense) {
    this.bgr = image.bgr();
    this.stride = image.rowOffset(1);
    this.lastColumn = image.width() - 1;
    this.lastRow = image.height() - 1;
    this.toImage = toImage;
    this.samples = (int) Math.clamp(Math.ceil(toImage.scale()), 1, MOST);
    this.interpolated = samples < dense;
    this.stepX = fixed(toImage.a() / samples);
    this.stepY = fixed(toImage.b() / samples);
    this.size = size;
    this.red = new int[size];
    this.green = new int[size];
    this.blue = new int[size];
  }

  /**
   * @param size the patch's side in pixels
   * @param toImage where a place in the patch lies in the picture
   */
  static Patch sample(RgbImage image, Similarity toImage, int size) {
    return new AreaSampler(image, toImage, size, DENSE).patch();
  }

  /**
   * The same, more exactly where the picture is large: samples are interpolated however many they
   * are. Whole pixels cost a descriptor up to 0.0014 of its cosine.
   */
  static Patch sampleInterpolated(RgbImage image, Similarity toImage, int size) {
    return new AreaSampler(image, toImage, size, MOST + 1).patch();
  }

  private static long fixed(double number) {
    return Math.round(number * (1L << FRACTION_BITS));
  }

  private static int floor(long place) {
    return (int) (place >> FRACTION_BITS);
  }

  private static int weight(long place) {
    return (int) (place >>> WEIGHT_SHIFT) & (WHOLE_WEIGHT - 1);
  }

  private Patch patch() {
    Patch patch = new Patch(size);
    float share = 1f / (samples * samples * (interpolated ? WHOLE_WEIGHT * WHOLE_WEIGHT : 1));
    for (int y = 0; y < size; y++) {
      Arrays.fill(red, 0);
      Arrays.fill(green, 0);
      Arrays.fill(blue, 0);
      for (int i = 0; i < samples; i++) {
        addLine(0.5 / samples, y + (i + 0.5) / samples);
      }
      patch.setRow(y, red, green, blue, share);
    }
    return patch;
  }

  /** Adds a line of samples, as many to each pixel of the row; the first lies there. */
  private void addLine(double firstX, double firstY) {
    long x = fixed(toImage.x(firstX, firstY));
    long y = fixed(toImage.y(firstX, firstY));
    if (interpolated) {
      // Between the centres of pixels, and to the nearest step of the weights.
      long centre = (1L << (WEIGHT_SHIFT - 1)) - (1L << (FRACTION_BITS - 1));
      addInterpolated(x + centre, y + centre);
    } else if (within(x, y, 0)) {
      addWhole(x, y);
    } else {
      addWholeAtEdges(x, y);
    }
  }

  /** Whether a line, with so many pixels more to the right and below, lies in the picture. */
  private boolean within(long x, long y, int more) {
    int steps = size * samples - 1;
    return spans(x, x + steps * stepX, lastColumn - more)
        && spans(y, y + steps * stepY, lastRow - more);
  }

  private static boolean spans(long from, long to, int last) {
    return floor(Math.min(from, to)) >= 0 && floor(Math.max(from, to)) <= last;
  }

  private void addInterpolated(long x, long y) {
    if (within(x, y, 1)) {
      addBetween(x, y);
    } else {
      addBetweenAtEdges(x, y);
    }
  }

  private void addWhole(long firstX, long firstY) {
    long x = firstX;
    long y = firstY;
    for (int to = 0; to < size; to++) {
      int redSum = 0;
      int greenSum = 0;
      int blueSum = 0;
      for (int j = 0; j < samples; j++) {
        int at = floor(y) * stride + RgbImage.columnOffset(floor(x));
        blueSum += bgr[at] & 0xFF;
        greenSum += bgr[at + 1] & 0xFF;
        redSum += bgr[at + 2] & 0xFF;
        x += stepX;
        y += stepY;
      }
      red[to] += redSum;
      green[to] += greenSum;
      blue[to] += blueSum;
    }
  }

  private void addWholeAtEdges(long firstX, long firstY) {
    for (int i = 0; i < size * samples; i++) {
      add(i / samples, floor(firstX + i * stepX), floor(firstY + i * stepY), 1);
    }
  }

  private void addBetween(long firstX, long firstY) {
    long x = firstX;
    long y = firstY;
    for (int to = 0; to < size; to++) {
      int redSum = 0;
      int greenSum = 0;
      int blueSum = 0;
      for (int j = 0; j < samples; j++) {
        int top = floor(y) * stride + RgbImage.columnOffset(floor(x));
        int below = top + stride;
        int down = weight(y) * weight(x);
        int across = (weight(x) << WEIGHT_BITS) - down;
        int lower = (weight(y) << WEIGHT_BITS) - down;
        int own = WHOLE_WEIGHT * WHOLE_WEIGHT - across - lower - down;
        blueSum += own * (bgr[top] & 0xFF) + across * (bgr[top + 3] & 0xFF);
        greenSum += own * (bgr[top + 1] & 0xFF) + across * (bgr[top + 4] & 0xFF);
        redSum += own * (bgr[top + 2] & 0xFF) + across * (bgr[top + 5] & 0xFF);
        blueSum += lower * (bgr[below] & 0xFF) + down * (bgr[below + 3] & 0xFF);
        greenSum += lower * (bgr[below + 1] & 0xFF) + down * (bgr[below + 4] & 0xFF);
        redSum += lower * (bgr[below + 2] & 0xFF) + down * (bgr[below + 5] & 0xFF);
        x += stepX;
        y += stepY;
      }
      red[to] += redSum;
      green[to] += greenSum;
      blue[to] += blueSum;
    }
  }

  private void addBetweenAtEdges(long firstX, long firstY) {
    for (int i = 0; i < size * samples; i++) {
      long x = firstX + i * stepX;
      long y = firstY + i * stepY;
      int right = weight(x);
      int down = weight(y);
      int to = i / samples;
      add(to, floor(x), floor(y), (WHOLE_WEIGHT - right) * (WHOLE_WEIGHT - down));
      add(to, floor(x) + 1, floor(y), right * (WHOLE_WEIGHT - down));
      add(to, floor(x), floor(y) + 1, (WHOLE_WEIGHT - right) * down);
      add(to, floor(x) + 1, floor(y) + 1, right * down);
    }
  }

  private void add(int to, int x, int y, int weight) {
    int column = Math.clamp(x, 0, lastColumn);
    int at = Math.clamp(y, 0, lastRow) * stride + RgbImage.columnOffset(column);
    blue[to] += weight * (bgr[at] & 0xFF);
    green[to] += weight * (bgr[at + 1] & 0xFF);
    red[to] += weight * (bgr[at + 2] & 0xFF);
  }
}
