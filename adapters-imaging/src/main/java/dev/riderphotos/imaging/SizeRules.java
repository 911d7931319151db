package dev.riderphotos.imaging;

import static dev.riderphotos.photo.PhotoOpener.MAX_PIXELS;
import static dev.riderphotos.photo.PhotoOpener.MAX_PIXELS_REDUCED;
import static dev.riderphotos.photo.PhotoOpener.MAX_SIDE;
import static dev.riderphotos.photo.PhotoOpener.MIN_SIDE;

import dev.riderphotos.photo.Opened.Unacceptable;
import dev.riderphotos.photo.PhotoProblem;
import java.util.Optional;

/** What sizes of images are taken, by their headers. */
final class SizeRules {
  static final Unacceptable TOO_MANY_BYTES = tooLarge("a picture of more than 15 MB");
  static final Unacceptable TOO_MUCH_MEMORY = tooLarge("a picture that takes too much memory");

  private static final Unacceptable TOO_LONG =
      tooLarge("a picture of more than 16,384 pixels on a side");
  private static final Unacceptable TOO_MANY_PIXELS =
      tooLarge("a picture of more than 25 megapixels");
  private static final Unacceptable FAR_TOO_MANY_PIXELS =
      tooLarge("a picture of more than 60 megapixels");

  private SizeRules() {}

  /** What is wrong with its size; of one that can be read smaller than it is, not so much. */
  static Optional<Unacceptable> problem(EncodedImage image, boolean reducible) {
    if (Math.max(image.width(), image.height()) > MAX_SIDE) {
      return Optional.of(TOO_LONG);
    }
    long pixels = Reduction.pixels(image.width(), image.height(), 1);
    if (pixels > MAX_PIXELS && !reducible) {
      return Optional.of(TOO_MANY_PIXELS);
    }
    if (pixels > MAX_PIXELS_REDUCED) {
      return Optional.of(FAR_TOO_MANY_PIXELS);
    }
    return Math.min(image.width(), image.height()) < MIN_SIDE
        ? Optional.of(new Unacceptable(PhotoProblem.TOO_SMALL))
        : Optional.empty();
  }

  private static Unacceptable tooLarge(String kind) {
    return new Unacceptable(PhotoProblem.TOO_LARGE, kind);
  }
}
