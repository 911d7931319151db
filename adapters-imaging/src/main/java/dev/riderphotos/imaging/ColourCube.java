package dev.riderphotos.imaging;

/** Colours from everywhere in the cube of red, green and blue, to try a conversion on. */
final class ColourCube {
  private static final int STEP = 17;

  /** By how much rounding may change a colour that is meant to be the same. */
  private static final int ROUNDING = 1;

  private ColourCube() {}

  static byte[] bgr() {
    int steps = 255 / STEP + 1;
    byte[] bgr = new byte[3 * steps * steps * steps];
    for (int i = 0; i < bgr.length / 3; i++) {
      bgr[3 * i] = (byte) (STEP * (i % steps));
      bgr[3 * i + 1] = (byte) (STEP * (i / steps % steps));
      bgr[3 * i + 2] = (byte) (STEP * (i / steps / steps));
    }
    return bgr;
  }

  /** Whether the one are meant to be other colours than the others. */
  static boolean differ(byte[] ones, byte[] others) {
    for (int i = 0; i < ones.length; i++) {
      if (Math.abs((ones[i] & 0xFF) - (others[i] & 0xFF)) > ROUNDING) {
        return true;
      }
    }
    return false;
  }
}
