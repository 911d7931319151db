package dev.riderphotos.imaging;

import static dev.riderphotos.photo.PhotoOpener.MAX_PIXELS;

/** How many pixels of a photo, along a side, become one. */
final class Reduction {
  private static final int MOST = 8;

  /** A usual picture's share of the square around it, 3 : 2 has 0.67. */
  private static final double USUAL = 0.6;

  private Reduction() {}

  /**
   * As many as leave enough, and no more than are taken.
   *
   * @param enough how many pixels the longer side should keep. A long and narrow picture keeps
   *     more, so that as many are left as of a usual one.
   */
  static int of(int width, int height, int enough) {
    int reduction = 1;
    while (reduction < MOST
        && (pixels(width, height, reduction) > MAX_PIXELS
            || leaves(width, height, 2 * reduction, enough))) {
      reduction *= 2;
    }
    return reduction;
  }

  private static boolean leaves(int width, int height, int reduction, int enough) {
    return side(Math.max(width, height), reduction) >= enough
        && pixels(width, height, reduction) >= USUAL * enough * enough;
  }

  static int side(int pixels, int reduction) {
    return Math.ceilDiv(pixels, reduction);
  }

  static long pixels(int width, int height, int reduction) {
    return (long) side(width, reduction) * side(height, reduction);
  }
}
