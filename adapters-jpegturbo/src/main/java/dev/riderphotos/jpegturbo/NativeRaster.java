package dev.riderphotos.jpegturbo;

import dev.riderphotos.imaging.JpegDecoder.Raster;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/** A decoded picture outside the heap. */
final class NativeRaster implements Raster {
  private final Arena arena = Arena.ofShared();
  private final int width;
  private final int height;
  private final int components;
  private final MemorySegment pixels;

  NativeRaster(int width, int height, int components) {
    this.width = width;
    this.height = height;
    this.components = components;
    this.pixels = arena.allocate((long) width * height * components);
  }

  MemorySegment pixels() {
    return pixels;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public int components() {
    return components;
  }

  @Override
  public byte[] samples(int left, int top, int columns, int rows) {
    int _ = Objects.checkFromIndexSize(left, columns, width);
    int _ = Objects.checkFromIndexSize(top, rows, height);
    int length = components * columns;
    byte[] samples = new byte[length * rows];
    for (int row = 0; row < rows; row++) {
      long from = ((long) (top + row) * width + left) * components;
      MemorySegment.copy(pixels, ValueLayout.JAVA_BYTE, from, samples, row * length, length);
    }
    return samples;
  }

  @Override
  public void close() {
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
