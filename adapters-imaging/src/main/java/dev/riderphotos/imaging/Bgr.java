package dev.riderphotos.imaging;

import dev.riderphotos.photo.Picture;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Blue, green and red bytes as Java2D sees them, without a copy. */
final class Bgr {
  /** How Java2D describes such pixels; the one pixel of it is not used. */
  private static final ColorModel COLOURS =
      new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR).getColorModel();

  private Bgr() {}

  static BufferedImage image(Picture picture) {
    return image(picture.bgr(), picture.width(), picture.height());
  }

  static BufferedImage image(byte[] bgr, int width, int height) {
    return new BufferedImage(COLOURS, raster(bgr, width, height), false, null);
  }

  static WritableRaster raster(byte[] bgr, int width, int height) {
    DataBufferByte pixels = new DataBufferByte(bgr, bgr.length);
    return Raster.createInterleavedRaster(
        pixels, width, height, 3 * width, 3, new int[] {2, 1, 0}, null);
  }

  /** The pixels of an image of this kind. */
  static byte[] bytes(BufferedImage image) {
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
