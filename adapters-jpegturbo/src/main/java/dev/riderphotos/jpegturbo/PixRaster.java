package dev.riderphotos.jpegturbo;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.riderphotos.imaging.JpegDecoder.Raster;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/** A decoded picture in the library's memory. */
final class PixRaster implements Raster {
  private static final int GREY_BITS = 8;
  private static final int GREYS_A_WORD = 4;

  private final Leptonica library;
  private final MemorySegment pix;
  private final int width;
  private final int height;
  private final boolean grey;
  private final int words;
  private final MemorySegment lines;
  private boolean closed;

  PixRaster(Leptonica library, MemorySegment pix) {
    this.library = library;
    this.pix = pix;
    this.width = library.width(pix);
    this.height = library.height(pix);
    this.grey = library.depth(pix) == GREY_BITS;
    this.words = library.wordsPerLine(pix);
    this.lines = library.lines(pix);
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
    return grey ? 1 : 3;
  }

  @Override
  public byte[] samples(int left, int top, int columns, int rows) {
    if (closed) {
      throw new IllegalStateException("Closed");
    }
    int _ = Objects.checkFromIndexSize(left, columns, width);
    int _ = Objects.checkFromIndexSize(top, rows, height);
    byte[] samples = new byte[components() * columns * rows];
    int[] line = new int[words];
    for (int row = 0; row < rows; row++) {
      MemorySegment.copy(
          lines, JAVA_INT, JAVA_INT.byteSize() * words * (top + row), line, 0, words);
      int to = row * components() * columns;
      if (grey) {
        greys(line, left, columns, samples, to);
      } else {
        colours(line, left, columns, samples, to);
      }
    }
    return samples;
  }

  private static void greys(int[] line, int left, int columns, byte[] samples, int to) {
    for (int x = 0; x < columns; x++) {
      int word = line[(left + x) / GREYS_A_WORD];
      int behind = GREYS_A_WORD - 1 - (left + x) % GREYS_A_WORD;
      samples[to + x] = (byte) (word >> GREY_BITS * behind);
    }
  }

  private static void colours(int[] line, int left, int columns, byte[] samples, int start) {
    int to = start;
    for (int x = left; x < left + columns; x++) {
      int colour = line[x];
      samples[to] = (byte) (colour >> 8);
      samples[to + 1] = (byte) (colour >> 16);
      samples[to + 2] = (byte) (colour >> 24);
      to += 3;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      library.destroy(pix);
    }
  }
}
