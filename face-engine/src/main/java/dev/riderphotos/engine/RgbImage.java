package dev.riderphotos.engine;

/**
 * A picture as the engine takes it: upright, in sRGB, three bytes a pixel. Whoever decodes it
 * applies the EXIF orientation and the colour profile first, and puts transparent pictures on a
 * ground.
 */
public final class RgbImage {
  private static final int BYTES_PER_PIXEL = 3;

  private final int width;
  private final int height;
  private final byte[] bgr;

  private RgbImage(int width, int height, byte[] bgr) {
    this.width = width;
    this.height = height;
    this.bgr = bgr;
  }

  /**
   * A picture from the raster of a {@code java.awt} image of type {@code TYPE_3BYTE_BGR}: rows from
   * the top, three bytes a pixel (blue, green, red), nothing in between.
   *
   * <p>The array is <em>not</em> copied: it must not change while the picture is analysed.
   *
   * @throws IllegalArgumentException when a side is not positive or the array does not have width ×
   *     height × 3 bytes
   */
  public static RgbImage ofBgr(int width, int height, byte[] bytes) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A picture of %d x %d pixels".formatted(width, height));
    }
    if ((long) width * height * BYTES_PER_PIXEL != bytes.length) {
      throw new IllegalArgumentException(
          "%d bytes are no picture of %d x %d pixels".formatted(bytes.length, width, height));
    }
    return new RgbImage(width, height, bytes);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Three bytes a pixel, as {@link #ofBgr} took them; nobody may change them. */
  byte[] bgr() {
    return bgr;
  }

  /** Where a row starts, and a pixel within any row: their sum is an offset for {@link #rgbAt}. */
  int rowOffset(int y) {
    return y * width * BYTES_PER_PIXEL;
  }

  static int columnOffset(int x) {
    return x * BYTES_PER_PIXEL;
  }

  /** The colour as 0xRRGGBB. */
  int rgbAt(int offset) {
    return ((bgr[offset + 2] & 0xFF) << 16)
        | ((bgr[offset + 1] & 0xFF) << 8)
        | (bgr[offset] & 0xFF);
  }
}
