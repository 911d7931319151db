package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoFormat;
import java.io.IOException;
import java.util.Optional;

/** An image as it is stored, of which no more than the header has been read. */
sealed interface EncodedImage permits JpegImage, PngImage {
  /** The bytes that a pixel of a picture takes while it is open. */
  int BYTES_A_PIXEL = 3;

  /**
   * Reads the header.
   *
   * @throws IOException if it has no proper one
   */
  static EncodedImage of(PhotoFormat format, byte[] bytes) throws IOException {
    return switch (format) {
      case JPEG -> new JpegImage(bytes);
      case PNG -> new PngImage(bytes);
    };
  }

  /** Says in words what the image is, if it is of a kind that we cannot read. */
  Optional<String> unsupportedKind();

  /** The width is in pixels, as stored: the picture may have to be turned. */
  int width();

  /** The height is in pixels, as stored: the picture may have to be turned. */
  int height();

  /** How much memory it takes, at most, while it is made a picture. */
  long bytesToDecode();

  /** How much memory its pixels take from then on. */
  default long bytesDecoded() {
    return (long) BYTES_A_PIXEL * width() * height();
  }

  /**
   * Decodes it and takes all from it that says how it is to be seen.
   *
   * @throws IOException if it is cut short or damaged
   */
  Parts decode() throws IOException;
}
