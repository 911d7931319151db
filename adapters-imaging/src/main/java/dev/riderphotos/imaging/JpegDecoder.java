package dev.riderphotos.imaging;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads plain JPEGs faster than the JDK does, and smaller than they are if that is wanted: what is
 * left out is never computed. In their full size pixels are those that the JDK gives.
 */
@FunctionalInterface
public interface JpegDecoder {
  /**
   * Decodes.
   *
   * @param jpeg the file, in pieces: one sequential scan of 1 or 3 components, as {@link UsualJpeg}
   *     writes it: nothing in it is wrong but, perhaps, its compressed pixels
   * @param reduction how many pixels, along a side, become one: 1, 2, 4 or 8; sides are rounded up
   * @return null at the least doubt whether all is there and right
   */
  @Nullable Raster decode(List<ByteBuffer> jpeg, int reduction);

  /** Decoded samples, perhaps in memory that is not the heap's: close it. */
  interface Raster extends AutoCloseable {
    int width();

    int height();

    /** The samples of a pixel: 1 for grey, 3 for colours. */
    int components();

    /** Copies what lies in an area, rows from the top: grey, or blue, green and red. */
    byte[] samples(int left, int top, int width, int height);

    @Override
    void close();
  }
}
