package dev.riderphotos.engine;

/** A small square picture that was taken out of a big one: colours of 0 to 255 as floats. */
final class Patch {
  private final int size;
  private final float[] red;
  private final float[] green;
  private final float[] blue;

  Patch(int size) {
    this.size = size;
    this.red = new float[size * size];
    this.green = new float[size * size];
    this.blue = new float[size * size];
  }

  int size() {
    return size;
  }

  void set(int x, int y, float red, float green, float blue) {
    int at = y * size + x;
    this.red[at] = red;
    this.green[at] = green;
    this.blue[at] = blue;
  }

  /** Sets a row of pixels to shares of whole numbers. */
  void setRow(int y, int[] reds, int[] greens, int[] blues, float share) {
    int from = y * size;
    for (int x = 0; x < size; x++) {
      red[from + x] = reds[x] * share;
      green[from + x] = greens[x] * share;
      blue[from + x] = blues[x] * share;
    }
  }

  float luma(int x, int y) {
    return luma(y * size + x);
  }

  /** Of the pixel of this number, counted row by row. */
  float luma(int at) {
    return Rgb.luma(red[at], green[at], blue[at]);
  }

  /** Red, green or blue (0, 1 or 2) of the pixel of this number. */
  float channel(int channel, int at) {
    return switch (channel) {
      case 0 -> red[at];
      case 1 -> green[at];
      default -> blue[at];
    };
  }

  void copyTo(InputPlanes target) {
    for (int y = 0; y < size; y++) {
      target.setRow(y, red, green, blue, y * size);
    }
  }

  void mirrorTo(InputPlanes target) {
    float[] mirroredRed = new float[size];
    float[] mirroredGreen = new float[size];
    float[] mirroredBlue = new float[size];
    for (int y = 0; y < size; y++) {
      mirror(red, y, mirroredRed);
      mirror(green, y, mirroredGreen);
      mirror(blue, y, mirroredBlue);
      target.setRow(y, mirroredRed, mirroredGreen, mirroredBlue, 0);
    }
  }

  private void mirror(float[] plane, int y, float[] row) {
    int last = (y + 1) * size - 1;
    for (int x = 0; x < size; x++) {
      row[x] = plane[last - x];
    }
  }
}
