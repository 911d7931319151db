package dev.riderphotos.lambda;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A small grey picture, to be opened before the first rider's. */
final class PrimingPicture {
  private static final int SIDE = 100;

  private PrimingPicture() {}

  static byte[] bytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      boolean written =
          ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_3BYTE_BGR), "jpg", bytes);
      if (!written) {
        throw new IllegalStateException("The JDK writes JPEG");
      }
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
