package dev.riderphotos.imaging;

import static dev.riderphotos.photo.PhotoProblem.TOO_LARGE;
import static dev.riderphotos.photo.PhotoProblem.TOO_SMALL;
import static dev.riderphotos.photo.PhotoProblem.UNREADABLE;
import static dev.riderphotos.photo.PhotoProblem.UNSUPPORTED_FORMAT;

import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Opened.Decoded;
import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.PhotoProblem;
import dev.riderphotos.photo.Picture;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/**
 * Opens photos with the decoders of the JDK, checking first what those do not.
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

  private final PictureMemory memory;

  /**
   * @param memory how many bytes pictures may take at once while they are decoded and until they
   *     are closed, of all callers together; at least {@link #LEAST_MEMORY}
   */
  public ImageIoPhotoOpener(long memory) {
    this(new PictureMemory(memory));
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException("The largest photo would not fit: " + memory);
    }
  }

  ImageIoPhotoOpener(PictureMemory memory) {
    this.memory = memory;
  }

  @Override
  public Opened open(Photo photo) {
    Optional<PhotoFormat> format = photo.format();
    if (format.isEmpty()) {
      return new Unacceptable(UNSUPPORTED_FORMAT, photo.foreignFormat().orElse(null));
    }
    if (photo.tooLarge()) {
      return new Unacceptable(TOO_LARGE);
    }
    try {
      return open(format.get(), EncodedImage.of(format.get(), photo.bytes()));
    } catch (IOException | RuntimeException damage) {
      // Decoders meet damage with exceptions of every kind; to the caller they are one answer.
      LOG.log(Level.DEBUG, "A photo that cannot be read", damage);
      return new Unacceptable(UNREADABLE);
    }
  }

  private Opened open(PhotoFormat format, EncodedImage image) throws IOException {
    Optional<String> unsupported = image.unsupportedKind();
    if (unsupported.isPresent()) {
      return new Unacceptable(UNSUPPORTED_FORMAT, unsupported.get());
    }
    Optional<PhotoProblem> problem = sizeProblem(image);
    return problem.isPresent()
        ? new Unacceptable(problem.get())
        : new Decoded(decode(format, image));
  }

  private Optional<PhotoProblem> sizeProblem(EncodedImage image) {
    int width = image.width();
    int height = image.height();
    if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      return Optional.of(TOO_LARGE);
    }
    if (Math.min(width, height) < MIN_SIDE) {
      return Optional.of(TOO_SMALL);
    }
    return memory.holds(image.bytesToDecode()) ? Optional.empty() : Optional.of(TOO_LARGE);
  }

  private Picture decode(PhotoFormat format, EncodedImage image) throws IOException {
    PictureMemory.Share share = memory.take(image.bytesToDecode());
    boolean handedOver = false;
    try {
      Picture picture = UprightSrgb.decode(format, image, share::giveBack);
      share.shrinkTo(image.bytesDecoded());
      handedOver = true;
      return picture;
    } finally {
      if (!handedOver) {
        share.giveBack();
      }
    }
  }
}
