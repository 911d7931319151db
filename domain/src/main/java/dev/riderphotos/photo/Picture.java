package dev.riderphotos.photo;

/**
 * A photo opened: upright sRGB pixels that every step of one verification shares, so that a photo
 * is decoded once. Pixels are large and their number is bounded: close the picture when done with
 * it.
 */
public final class Picture implements AutoCloseable {
  private final PhotoFormat format;
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final Runnable onClose;

  /**
   * @param bgr rows from the top, three bytes a pixel: blue, green, red; given away, not copied
   * @param onClose gives back what the reader set aside for these pixels
   */
  public Picture(PhotoFormat format, int width, int height, byte[] bgr, Runnable onClose) {
    if (bgr.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException(
          bgr.length + " bytes are not " + width + " x " + height + " pixels");
    }
    this.format = format;
    this.width = width;
    this.height = height;
    this.bgr = bgr;
    this.onClose = onClose;
  }

  /** What the photo was encoded as. */
  public PhotoFormat format() {
    return format;
  }

  /** The width of the upright picture is in pixels. */
  public int width() {
    return width;
  }

  /** The height of the upright picture is in pixels. */
  public int height() {
    return height;
  }

  /** The pixels themselves, not a copy; not to be written to, nor used after {@link #close}. */
  public byte[] bgr() {
    return bgr;
  }

  @Override
  public void close() {
    onClose.run();
  }
}
