package dev.riderphotos.engine;

import dev.riderphotos.engine.internal.network.SsdMobilenetV1;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * A picture as the detector's network of bytes takes it, pixel by pixel: four bytes a colour of
 * which the sum is four times the colour, so that no more than an eighth is rounded off.
 *
 * @see SsdMobilenetV1#graphOfBytes
 */
final class InputPixels implements InputRows {
  private static final int COLOURS = 3;

  private final IntBuffer target;
  private final InputArea area;
  private final float[] values;
  private final int[] parts;
  private final int[] row;

  InputPixels(ByteBuffer bytes, InputArea area) {
    this.target = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    this.area = area;
    this.values = new float[area.width()];
    this.parts = new int[area.width()];
    this.row = new int[COLOURS * area.width()];
  }

  @Override
  public int size() {
    return SsdMobilenetV1.INPUT_SIZE;
  }

  @Override
  public int height() {
    return area.height();
  }

  @Override
  public int width() {
    return area.width();
  }

  @Override
  public void setRow(int y, float[] red, float[] green, float[] blue, int from) {
    put(red, from, 0);
    put(green, from, 1);
    put(blue, from, 2);
    target.put(y * row.length, row);
  }

  private void put(float[] colours, int from, int colour) {
    System.arraycopy(colours, from, values, 0, values.length);
    // From beginning to beginning of two arrays: only so is it compiled to vectors.
    for (int x = 0; x < values.length; x++) {
      parts[x] = parts(values[x]);
    }
    for (int x = 0; x < parts.length; x++) {
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
