package dev.riderphotos.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;

/** Lays an image of any kind on white, as BGR bytes. */
final class OnWhite {
  private static final int WHITE = 255;

  private OnWhite() {}

  /** The image's own array if it holds BGR bytes, else a new one. */
  static byte[] bgr(BufferedImage image) {
    return image.getType() == BufferedImage.TYPE_3BYTE_BGR
        ? Bgr.bytes(image)
        : laid(image.getRaster(), PixelKind.of(image));
  }

  private static byte[] laid(Raster stored, PixelKind kind) {
    int width = stored.getWidth();
    int bands = stored.getNumBands();
    byte[] bgr = new byte[3 * width * stored.getHeight()];
    int[] row = new int[width * bands];
    int to = 0;
    for (int y = 0; y < stored.getHeight(); y++) {
      stored.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += bands, to += 3) {
        lay(kind.argb(row, from), bgr, to);
      }
    }
    return bgr;
  }

  private static void lay(int argb, byte[] bgr, int to) {
    int alpha = argb >>> 24;
    bgr[to] = mixed(argb & 0xFF, alpha);
    bgr[to + 1] = mixed(argb >> 8 & 0xFF, alpha);
    bgr[to + 2] = mixed(argb >> 16 & 0xFF, alpha);
  }

  private static byte mixed(int colour, int alpha) {
    return (byte) ((colour * alpha + WHITE * (255 - alpha) + 127) / 255);
  }
}
