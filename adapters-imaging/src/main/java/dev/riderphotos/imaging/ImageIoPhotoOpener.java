package dev.riderphotos.imaging;

import static dev.riderphotos.photo.PhotoProblem.UNREADABLE;
import static dev.riderphotos.photo.PhotoProblem.UNSUPPORTED_FORMAT;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens photos with the decoders of the JDK, checking first what those do not; and plain JPEGs with
 * a faster one where there is one.
 *
 * <p>Safe for use by many threads. A call waits, uninterruptibly, until as much memory as decoding
 * the photo takes is free of what all open pictures share; so a thread that opens a second picture
 * while it keeps the first may wait for itself.
 */
public final class ImageIoPhotoOpener implements PhotoOpener {
  private static final Logger LOG = System.getLogger(ImageIoPhotoOpener.class.getName());

  /**
   * What a photo of as many pixels as are taken needs, whatever camera made it. Only pictures that
   * cameras do not make need more: 16 bits a sample and transparent, say.
   */
  public static final long LEAST_MEMORY = 9L * MAX_PIXELS;

  /**
   * What looks at more of pictures take besides, all together: some 20 megapixels of one at a time.
   */
  public static final long DETAIL_MEMORY = 64L << 20;

  private final PictureMemory memory;
  private final PictureMemory details = new PictureMemory(DETAIL_MEMORY);
  private final Supplier<Optional<JpegDecoder>> decoder;

  /**
   * Has no decoders but the JDK's.
   *
   * @param memory how many bytes pictures may take at once while they are decoded and until they
   *     are closed, of all callers together; at least {@link #LEAST_MEMORY}
   */
  public ImageIoPhotoOpener(long memory) {
    this(memory, Optional::empty);
  }

  /**
   * The same, with another decoder for plain JPEGs if there is one.
   *
   * @param decoder asked for each photo; the same each time
   */
  public ImageIoPhotoOpener(long memory, Supplier<Optional<JpegDecoder>> decoder) {
    this(new PictureMemory(memory), decoder);
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException("The largest photo would not fit: " + memory);
    }
  }

  ImageIoPhotoOpener(PictureMemory memory) {
    this(memory, Optional::empty);
  }

  ImageIoPhotoOpener(PictureMemory memory, Supplier<Optional<JpegDecoder>> decoder) {
    this.memory = memory;
    this.decoder = decoder;
  }

  @Override
  public Opened open(Photo photo) {
    return open(photo, WHOLE);
  }

  @Override
  public Opened open(Photo photo, int enough) {
    Optional<PhotoFormat> format = photo.format();
    if (format.isEmpty()) {
      return new Unacceptable(UNSUPPORTED_FORMAT, photo.foreignFormat().orElse(null));
    }
    if (photo.tooLarge()) {
      return SizeRules.TOO_MANY_BYTES;
    }
    try {
      return open(format.get(), EncodedImage.of(format.get(), photo.bytes()), enough);
    } catch (IOException | RuntimeException damage) {
      // Decoders meet damage with exceptions of every kind; to the caller they are one answer.
      LOG.log(Level.DEBUG, "A photo that cannot be read", damage);
      return new Unacceptable(UNREADABLE);
    }
  }

  private Opened open(PhotoFormat format, EncodedImage image, int enough) throws IOException {
    Optional<String> unsupported = image.unsupportedKind();
    if (unsupported.isPresent()) {
      return new Unacceptable(UNSUPPORTED_FORMAT, unsupported.get());
    }
    Optional<Unacceptable> problem = SizeRules.problem(image, image instanceof JpegImage);
    if (problem.isPresent()) {
      return problem.get();
    }
    Optional<ReducedJpeg> reduced = reduced(image, enough);
    if (reduced.isPresent()) {
      return open(image, reduced.get());
    }
    Optional<Unacceptable> whole = SizeRules.problem(image, false);
    return whole.isPresent() ? whole.get() : openWhole(format, image);
  }

  private Optional<ReducedJpeg> reduced(EncodedImage image, int enough) {
    if (!(image instanceof JpegImage jpeg) || !jpeg.mayBeUsual()) {
      return Optional.empty();
    }
    int reduction = Reduction.of(jpeg.width(), jpeg.height(), enough);
    return decoder.get().map(it -> new ReducedJpeg(jpeg, it, reduction, details));
  }

  /** What the decoder doubts is read by our own means, if it is not too large for them. */
  private Opened open(EncodedImage image, ReducedJpeg jpeg) throws IOException {
    if (!memory.holds(jpeg.bytesToDecode())) {
      return SizeRules.TOO_MUCH_MEMORY;
    }
    Optional<Picture> picture =
        decode(jpeg.bytesToDecode(), jpeg.bytesDecoded(), share -> jpeg.decode(share::giveBack));
    if (picture.isPresent()) {
      return new Decoded(picture.get());
    }
    return SizeRules.problem(image, false).isPresent()
        ? new Unacceptable(UNREADABLE)
        : openWhole(PhotoFormat.JPEG, image);
  }

  private Opened openWhole(PhotoFormat format, EncodedImage image) throws IOException {
    if (!memory.holds(image.bytesToDecode())) {
      return SizeRules.TOO_MUCH_MEMORY;
    }
    return new Decoded(
        decode(
                image.bytesToDecode(),
                image.bytesDecoded(),
                share -> Optional.of(UprightSrgb.decode(format, image, share::giveBack)))
            .orElseThrow());
  }

  /** A way to a picture. */
  private interface Decoding {
    Optional<Picture> in(PictureMemory.Share share) throws IOException;
  }

  private Optional<Picture> decode(long bytes, long bytesThen, Decoding decoding)
      throws IOException {
    PictureMemory.Share share = memory.take(bytes);
    boolean handedOver = false;
    try {
      Optional<Picture> picture = decoding.in(share);
      share.shrinkTo(bytesThen);
      handedOver = picture.isPresent();
      return picture;
    } finally {
      if (!handedOver) {
        share.giveBack();
      }
    }
  }
}
