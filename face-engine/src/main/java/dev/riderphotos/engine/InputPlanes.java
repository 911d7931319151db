package dev.riderphotos.engine;

import java.nio.FloatBuffer;

/** A square picture in a network's input: a plane of red, one of green, one of blue. */
final class InputPlanes {
  private final FloatBuffer values;
  private final int start;
  private final int size;
  private final Normalisation normalisation;

  /**
   * @param index which picture of the batch this is, from 0
   */
  InputPlanes(FloatBuffer values, int index, int size, Normalisation normalisation) {
    this.values = values;
    this.start = index * 3 * size * size;
    this.size = size;
    this.normalisation = normalisation;
  }

  int size() {
    return size;
  }

  /** Sets a pixel to a colour of 0 to 255 a channel. */
  void set(int x, int y, float red, float green, float blue) {
    int plane = size * size;
    int at = start + y * size + x;
    values.put(at, (red - normalisation.red()) / normalisation.divisor());
    values.put(at + plane, (green - normalisation.green()) / normalisation.divisor());
    values.put(at + 2 * plane, (blue - normalisation.blue()) / normalisation.divisor());
  }
}
