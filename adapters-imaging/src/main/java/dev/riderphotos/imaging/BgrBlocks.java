package dev.riderphotos.imaging;

import java.util.Arrays;

/** An image made smaller by a whole step: each pixel the mean of a square of pixels. */
final class BgrBlocks {
  /** With as many bits no mean is off, while a block has less than 2^23 pixels. */
  private static final int FRACTION = 54;

  private final byte[] bgr;
  private final int width;
  private final int height;
  private final int step;
  private final int[] sums;

  BgrBlocks(byte[] bgr, int width, int height, int step) {
    this.bgr = bgr;
    this.width = width;
    this.height = height;
    this.step = step;
    this.sums = new int[3 * width()];
  }

  int width() {
    return Math.ceilDiv(width, step);
  }

  int height() {
    return Math.ceilDiv(height, step);
  }

  /**
   * Writes a row's blocks from left to right, each where it is in the whole row. The last column
   * and row are the mean of what is left for them.
   */
  void row(int row, int left, int right, float[] means) {
    if (step == 1) {
      copy(row, left, right, means);
    } else {
      average(row, left, right, means);
    }
  }

  private void copy(int row, int left, int right, float[] pixels) {
    int start = 3 * row * width;
    for (int i = 3 * left; i < 3 * right; i++) {
      pixels[i] = bgr[start + i] & 0xFF;
    }
  }

  private void average(int row, int left, int right, float[] means) {
    int top = row * step;
    int bottom = Math.min(top + step, height);
    Arrays.fill(sums, 3 * left, 3 * right, 0);
    for (int y = top; y < bottom; y++) {
      add(y * width, left, right);
    }
    int whole = Math.min(right, width() - 1);
    divide(left, whole, step * (bottom - top), means);
    divide(whole, right, (width - whole * step) * (bottom - top), means);
  }

  /**
   * Adds two pixels to each block, then the next two: a loop over a block's own pixels would be too
   * short to pay. The last of an odd step, and of an odd rest in the last block, is alone.
   */
  private void add(int start, int left, int right) {
    for (int x = 0; x < step; x += 2) {
      int paired = x + 1 < step ? Math.min(right, Math.ceilDiv(width - x - 1, step)) : left;
      addPairs(start + x, left, paired);
      addSingles(start + x, paired, Math.min(right, Math.ceilDiv(width - x, step)));
    }
  }

  private void addPairs(int start, int left, int right) {
    int from = 3 * (start + left * step);
    for (int to = 3 * left; to < 3 * right; to += 3) {
      sums[to] += (bgr[from] & 0xFF) + (bgr[from + 3] & 0xFF);
      sums[to + 1] += (bgr[from + 1] & 0xFF) + (bgr[from + 4] & 0xFF);
      sums[to + 2] += (bgr[from + 2] & 0xFF) + (bgr[from + 5] & 0xFF);
      from += 3 * step;
    }
  }

  private void addSingles(int start, int left, int right) {
    int from = 3 * (start + left * step);
    for (int to = 3 * left; to < 3 * right; to += 3) {
      sums[to] += bgr[from] & 0xFF;
      sums[to + 1] += bgr[from + 1] & 0xFF;
      sums[to + 2] += bgr[from + 2] & 0xFF;
      from += 3 * step;
    }
  }

  /** Multiplies by a reciprocal, as a division for each sum takes longer than to add it up. */
  private void divide(int left, int right, int pixels, float[] means) {
    long reciprocal = (1L << FRACTION) / pixels + 1;
    int half = pixels / 2;
    for (int i = 3 * left; i < 3 * right; i++) {
      means[i] = (sums[i] + half) * reciprocal >>> FRACTION;
    }
  }
}
