package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;

/** Decoded samples as Java2D's images. */
final class Stored {
  private Stored() {}

  static BufferedImage image(JpegDecoder.Raster raster, int left, int top, int width, int height) {
    byte[] samples = raster.samples(left, top, width, height);
    return raster.components() == 1
        ? grey(samples, width, height)
        : Bgr.image(samples, width, height);
  }

  private static BufferedImage grey(byte[] samples, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, width, height, samples);
    return image;
  }
}
