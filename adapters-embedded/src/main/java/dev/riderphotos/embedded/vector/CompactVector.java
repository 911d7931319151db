package dev.riderphotos.embedded.vector;

/**
 * A vector in a byte a number: {@code scale} times {@code bytes} is near it, and {@code lacking} at
 * most away from it. The bytes are from -63 to 63, so that eight products of two fit into 16 bits.
 *
 * @param squared length of what scale and bytes stand for
 */
record CompactVector(short[] bytes, float scale, double squared, double lacking) {
  private static final int LARGEST = 63;

  /** More than is ever lost by rounding. */
  private static final double ROUNDING = 1e-6;

  /**
   * Makes one of a vector.
   *
   * @param padded how many bytes it has: those that are over are nothing
   */
  static CompactVector of(float[] vector, int padded) {
    float largest = 0;
    for (float number : vector) {
      largest = Math.max(largest, Math.abs(number));
    }
    float scale = largest / LARGEST;
    short[] bytes = new short[padded];
    double squared = 0;
    double lacking = 0;
    for (int i = 0; i < vector.length; i++) {
      bytes[i] = rounded(vector[i], scale);
      double near = (double) scale * bytes[i];
      squared += near * near;
      lacking += (vector[i] - near) * (vector[i] - near);
    }
    return new CompactVector(bytes, scale, squared, Math.sqrt(lacking) * (1 + ROUNDING));
  }

  /** Nothing, where numbers are too small or no numbers at all: they are lacking then. */
  private static short rounded(float number, float scale) {
    int rounded = Math.round(number / scale);
    return (short) (rounded < -LARGEST || rounded > LARGEST ? 0 : rounded);
  }
}
