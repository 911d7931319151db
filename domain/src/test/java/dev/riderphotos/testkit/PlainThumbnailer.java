package dev.riderphotos.testkit;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Makes plain small copies. */
public final class PlainThumbnailer implements Thumbnailer {
  @Override
  public Photo thumbnail(Picture picture, int side) {
    double scale = Math.min(1, (double) side / Math.max(picture.width(), picture.height()));
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = small.createGraphics();
    graphics.drawImage(image(picture), 0, 0, width, height, null);
    graphics.dispose();
    return Photos.encoded(small, picture.format());
  }

  private static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, picture.width(), picture.height(), rgb(picture.bgr()));
    return image;
  }

  /** The raster counts its bands in the order red, green, blue. */
  private static byte[] rgb(byte[] bgr) {
    byte[] rgb = new byte[bgr.length];
    for (int i = 0; i < bgr.length; i += 3) {
      rgb[i] = bgr[i + 2];
      rgb[i + 1] = bgr[i + 1];
      rgb[i + 2] = bgr[i];
    }
    return rgb;
  }
}
