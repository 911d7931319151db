package dev.riderphotos.imaging;

/**
 * Puts the pixels of an image in another order.
 *
 * @param start where the first pixel goes
 * @param alongRow how much further its neighbour to the right goes
 * @param downColumn how much further its neighbour below goes
 */
record Turn(int start, int alongRow, int downColumn) {
  /** Turning a whole row at a time would write to as many cache lines as it has pixels. */
  private static final int TILE = 32;

  byte[] of(byte[] bgr, int width, int height) {
    byte[] turned = new byte[bgr.length];
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        int right = Math.min(left + TILE, width);
        int bottom = Math.min(top + TILE, height);
        for (int y = top; y < bottom; y++) {
          turnRow(
              bgr,
              3 * (y * width + left),
              right - left,
              turned,
              start + y * downColumn + left * alongRow);
        }
      }
    }
    return turned;
  }

  private void turnRow(byte[] bgr, int from, int pixels, byte[] turned, int firstTarget) {
    int to = 3 * firstTarget;
    for (int i = from; i < from + 3 * pixels; i += 3) {
      turned[to] = bgr[i];
      turned[to + 1] = bgr[i + 1];
      turned[to + 2] = bgr[i + 2];
      to += 3 * alongRow;
    }
  }
}
