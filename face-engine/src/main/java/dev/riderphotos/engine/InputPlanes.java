package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.nio.FloatBuffer;

/** A picture in a network's input: a plane of red, one of green, one of blue. */
final class InputPlanes implements InputRows {
  private final FloatBuffer values;
  private final int start;
  private final int size;
  private final int height;
  private final Normalisation normalisation;
  private final float[] row;

  /**
   * A square.
   *
   * @param index which picture of the batch this is, from 0
   */
  InputPlanes(FloatBuffer values, int index, int size, Normalisation normalisation) {
    this(values, index, size, size, size, normalisation);
  }

  /** An area of the detector's input. */
  InputPlanes(FloatBuffer values, InputArea area, Normalisation normalisation) {
    this(values, 0, SsdMobilenetV1.INPUT_SIZE, area.height(), area.width(), normalisation);
  }

  private InputPlanes(
      FloatBuffer values, int index, int size, int height, int width, Normalisation normalisation) {
    this.values = values;
    this.start = index * 3 * height * width;
    this.size = size;
    this.height = height;
    this.normalisation = normalisation;
    this.row = new float[width];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int width() {
    return row.length;
  }

  @Override
  public void setRow(int y, float[] red, float[] green, float[] blue, int from) {
    int at = start + y * row.length;
    int plane = height * row.length;
    put(at, red, from, normalisation.red());
    put(at + plane, green, from, normalisation.green());
    put(at + 2 * plane, blue, from, normalisation.blue());
  }

  private void put(int at, float[] colours, int from, float mean) {
    float divisor = normalisation.divisor();
    System.arraycopy(colours, from, row, 0, row.length);
    for (int x = 0; x < row.length; x++) { // within one array: only so is it compiled to vectors
      row[x] = (row[x] - mean) / divisor;
    }
    values.put(at, row);
  }
}
