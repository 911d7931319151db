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
 * <p>Safe for use by many threads. A call waits, uninterruptibly, until as many pixels as the photo
 * has are free of those that all open pictures share; so a thread that opens a second picture while
 * it keeps the first may wait for itself.
 */
public final class ImageIoPhotoOpener implements PhotoOpener {
  private static final Logger LOG = System.getLogger(ImageIoPhotoOpener.class.getName());

  private final PixelBudget budget;

  /**
   * @param pixelsAtOnce how many pixels may be decoded or held at once by all callers together, at
   *     least {@link PhotoOpener#MAX_PIXELS}; RATIONALE.md says how many bytes each may take
   */
  public ImageIoPhotoOpener(int pixelsAtOnce) {
    this(new PixelBudget(pixelsAtOnce));
    if (pixelsAtOnce < MAX_PIXELS) {
      throw new IllegalArgumentException("The largest photo would wait for ever: " + pixelsAtOnce);
    }
  }

  ImageIoPhotoOpener(PixelBudget budget) {
    this.budget = budget;
  }

  @Override
  public Opened open(Photo photo) {
    Optional<PhotoFormat> format = photo.format();
    if (format.isEmpty()) {
      return new Unacceptable(UNSUPPORTED_FORMAT);
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
    Optional<PhotoProblem> problem = sizeProblem(image.width(), image.height());
    return problem.isPresent()
        ? new Unacceptable(problem.get())
        : new Decoded(decode(format, image));
  }

  private static Optional<PhotoProblem> sizeProblem(int width, int height) {
    if (Math.max(width, height) > MAX_SIDE || (long) width * height > MAX_PIXELS) {
      return Optional.of(TOO_LARGE);
    }
    return Math.min(width, height) < MIN_SIDE ? Optional.of(TOO_SMALL) : Optional.empty();
  }

  private Picture decode(PhotoFormat format, EncodedImage image) throws IOException {
    Runnable giveBack = budget.take(image.width() * image.height());
    boolean handedOver = false;
    try {
      Picture picture = UprightSrgb.decode(format, image, giveBack);
      handedOver = true;
      return picture;
    } finally {
      if (!handedOver) {
        giveBack.run();
      }
    }
  }
}
