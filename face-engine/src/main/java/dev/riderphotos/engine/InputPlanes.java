package dev.riderphotos.engine;

import java.nio.FloatBuffer;

/** A square picture in a network's input: a plane of red, one of green, one of blue. */
final class InputPlanes implements InputRows {
  private final FloatBuffer values;
  private final int start;
  private final int size;
  private final Normalisation normalisation;
  private final float[] row;

  /**
   * @param index which picture of the batch this is, from 0
   */
  InputPlanes(FloatBuffer values, int index, int size, Normalisation normalisation) {
    this.values = values;
    this.start = index * 3 * size * size;
    this.size = size;
    this.normalisation = normalisation;
    this.row = new float[size];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void setRow(int y, float[] red, float[] green, float[] blue, int from) {
    int at = start + y * size;
    int plane = size * size;
    put(at, red, from, normalisation.red());
    put(at + plane, green, from, normalisation.green());
    put(at + 2 * plane, blue, from, normalisation.blue());
  }

  private void put(int at, float[] colours, int from, float mean) {
    float divisor = normalisation.divisor();
    System.arraycopy(colours, from, row, 0, size);
    for (int x = 0; x < size; x++) { // within one array: only so is it compiled to vectors
      row[x] = (row[x] - mean) / divisor;
    }
    values.put(at, row, 0, size);
  }
}
