package dev.riderphotos.imaging;

/** Colours from everywhere in the cube of red, green and blue, to try a conversion on. */
final class ColourCube {
  private static final int STEP = 17;

  /** By how much rounding may change a colour that a conversion means to keep. */
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

  /** Whether two conversions of the same colours mean others. */
  static boolean differ(byte[] converted, byte[] otherwise) {
    for (int i = 0; i < converted.length; i++) {
      if (Math.abs((converted[i] & 0xFF) - (otherwise[i] & 0xFF)) > ROUNDING) {
        return true;
      }
    }
    return false;
  }
}
