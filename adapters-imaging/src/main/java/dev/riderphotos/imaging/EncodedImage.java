package dev.riderphotos.imaging;

import dev.riderphotos.photo.PhotoFormat;
import java.io.IOException;

/** An image as it is stored, of which no more than the header has been read. */
sealed interface EncodedImage permits JpegImage, PngImage {
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

  /** In pixels, as stored. */
  int width();

  /** In pixels, as stored. */
  int height();

  /**
   * Takes the whole image apart.
   *
   * @throws IOException if it is cut short or damaged in a way that shows before decoding
   */
  Parts parts() throws IOException;
}
