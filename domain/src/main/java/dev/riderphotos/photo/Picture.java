package dev.riderphotos.photo;

import java.util.Optional;
import java.util.function.Function;

/**
 * A photo opened: upright sRGB pixels that every step of one verification shares, so that a photo
 * is decoded once. They may be fewer than the photo has: {@link #reduction} says so. Pixels are
 * large and their number is bounded: close the picture when done with it.
 */
public final class Picture implements AutoCloseable {
  private final PhotoFormat format;
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final int reduction;
  private final Function<Double, Optional<LargerPicture>> larger;
  private final Runnable onClose;

  /**
   * A photo in its full size.
   *
   * @param bgr rows from the top, three bytes a pixel: blue, green, red; given away, not copied
   * @param onClose gives back what the reader set aside for these pixels
   */
  public Picture(PhotoFormat format, int width, int height, byte[] bgr, Runnable onClose) {
    this(format, width, height, bgr, 1, _ -> Optional.empty(), onClose);
  }

  /**
   * A photo that was made smaller.
   *
   * @param bgr rows from the top, three bytes a pixel: blue, green, red; given away, not copied
   * @param reduction how many of the photo's pixels, along a side, are one of these
   * @param larger opens it so many times larger, as {@link #larger} says
   * @param onClose gives back what the reader set aside for these pixels
   */
  public Picture(
      PhotoFormat format,
      int width,
      int height,
      byte[] bgr,
      int reduction,
      Function<Double, Optional<LargerPicture>> larger,
      Runnable onClose) {
    if (bgr.length != Math.multiplyExact(3, Math.multiplyExact(width, height))) {
      throw new IllegalArgumentException(
          bgr.length + " bytes are not " + width + " x " + height + " pixels");
    }
    this.format = format;
    this.width = width;
    this.height = height;
    this.bgr = bgr;
    this.reduction = reduction;
    this.larger = larger;
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

  /**
   * How many of the photo's pixels, along each side, are one of this picture's: 1 if none were left
   * out.
   */
  public int reduction() {
    return reduction;
  }

  /**
   * The same photo with more of its pixels, for a look at parts of it: at least so many times as
   * large, or as large as memory for it allows. Waits for its turn; may be opened once at a time,
   * and before the picture is closed.
   *
   * @return empty if there is no more to be seen
   */
  public Optional<LargerPicture> larger(double times) {
    return reduction == 1 ? Optional.empty() : larger.apply(times);
  }

  @Override
  public void close() {
    onClose.run();
  }
}
