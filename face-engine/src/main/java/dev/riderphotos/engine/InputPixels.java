package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * A square picture as the detector's network of bytes takes it, pixel by pixel: four bytes a colour
 * of which the sum is four times the colour, so that no more than an eighth is rounded off.
 *
 * @see SsdMobilenetV1#graphOfBytes
 */
final class InputPixels implements InputRows {
  private static final int COLOURS = 3;

  private final IntBuffer target;
  private final int size;
  private final float[] values;
  private final int[] parts;
  private final int[] row;

  InputPixels(ByteBuffer bytes, int size) {
    this.target = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    this.size = size;
    this.values = new float[size];
    this.parts = new int[size];
    this.row = new int[COLOURS * size];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void setRow(int y, float[] red, float[] green, float[] blue, int from) {
    put(red, from, 0);
    put(green, from, 1);
    put(blue, from, 2);
    target.put(y * row.length, row);
  }

  private void put(float[] colours, int from, int colour) {
    System.arraycopy(colours, from, values, 0, size);
    for (int x = 0; x < size; x++) { // from beginning to beginning: only so is it made vectors
      parts[x] = parts(values[x]);
    }
    for (int x = 0; x < size; x++) {
      row[COLOURS * x + colour] = parts[x];
    }
  }

  /** Four bytes, of which none is more than 1 greater than another. */
  private static int parts(float colour) {
    int quarters = (int) (4 * colour + 0.5f);
    return quarters >> 2
        | (quarters + 1) >> 2 << 8
        | (quarters + 2) >> 2 << 16
        | (quarters + 3) >> 2 << 24;
  }
}
