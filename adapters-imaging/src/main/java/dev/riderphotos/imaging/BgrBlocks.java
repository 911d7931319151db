package dev.riderphotos.imaging;

/** An image made smaller by a whole step: each pixel the mean of a square of pixels. */
final class BgrBlocks {
  private final byte[] bgr;
  private final int width;
  private final int height;

  private BgrBlocks(byte[] bgr, int width, int height) {
    this.bgr = bgr;
    this.width = width;
    this.height = height;
  }

  /** The last column and row are the mean of what is left for them. */
  static BgrBlocks of(byte[] bgr, int width, int height, int step) {
    if (step == 1) {
      return new BgrBlocks(bgr, width, height);
    }
    int columns = Math.ceilDiv(width, step);
    int rows = Math.ceilDiv(height, step);
    byte[] means = new byte[3 * columns * rows];
    int[] sums = new int[3 * columns];
    for (int row = 0; row < rows; row++) {
      int bottom = Math.min((row + 1) * step, height);
      for (int y = row * step; y < bottom; y++) {
        add(bgr, 3 * y * width, 3 * width, step, sums);
      }
      int blockHeight = bottom - row * step;
      divide(sums, width, step, blockHeight, means, 3 * row * columns);
    }
    return new BgrBlocks(means, columns, rows);
  }

  private static void add(byte[] bgr, int rowStart, int rowBytes, int step, int[] sums) {
    int from = rowStart;
    int end = rowStart + rowBytes;
    for (int block = 0; block < sums.length; block += 3) {
      int blockEnd = Math.min(from + 3 * step, end);
      int blue = 0;
      int green = 0;
      int red = 0;
      for (; from < blockEnd; from += 3) {
        blue += bgr[from] & 0xFF;
        green += bgr[from + 1] & 0xFF;
        red += bgr[from + 2] & 0xFF;
      }
      sums[block] += blue;
      sums[block + 1] += green;
      sums[block + 2] += red;
    }
  }

  /** Writes the means, and leaves the sums at zero for the next row. */
  private static void divide(
      int[] sums, int width, int step, int blockHeight, byte[] means, int to) {
    for (int i = 0; i < sums.length; i++) {
      int blockWidth = Math.min(step, width - i / 3 * step);
      int pixels = blockWidth * blockHeight;
      means[to + i] = (byte) ((sums[i] + pixels / 2) / pixels);
      sums[i] = 0;
    }
  }

  byte[] bgr() {
    return bgr;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }
}
