package dev.riderphotos.engine;

/** Takes colours of the form 0xRRGGBB apart. */
final class Rgb {
  private Rgb() {}

  static int red(int rgb) {
    return (rgb >> 16) & 0xFF;
  }

  static int green(int rgb) {
    return (rgb >> 8) & 0xFF;
  }

  static int blue(int rgb) {
    return rgb & 0xFF;
  }

  /** How light a colour looks, 0 to 255 (ITU-R BT.601). */
  static float luma(float red, float green, float blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }
}
