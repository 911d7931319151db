package dev.riderphotos.testkit;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;

/** Cuts out pixel by pixel. */
public final class PlainFaceCropper implements FaceCropper {
  @Override
  public Photo crop(Picture picture, BoundingBox box) {
    int width = (int) Math.floor(box.width() * picture.width());
    int height = (int) Math.floor(box.height() * picture.height());
    Rectangle part =
        new Rectangle(
                (int) Math.floor(box.left() * picture.width()),
                (int) Math.floor(box.top() * picture.height()),
                Math.max(1, width),
                Math.max(1, height))
            .intersection(new Rectangle(picture.width(), picture.height()));
    if (part.isEmpty()) {
      throw new IllegalArgumentException("Outside the picture");
    }
    return Photos.png(pixels(picture, part));
  }

  private static BufferedImage pixels(Picture picture, Rectangle part) {
    BufferedImage crop = new BufferedImage(part.width, part.height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < part.height; y++) {
      for (int x = 0; x < part.width; x++) {
        crop.setRGB(x, y, rgb(picture, part.x + x, part.y + y));
      }
    }
    return crop;
  }

  private static int rgb(Picture picture, int x, int y) {
    int at = 3 * (y * picture.width() + x);
    byte[] bgr = picture.bgr();
    return ((bgr[at + 2] & 0xFF) << 16) | ((bgr[at + 1] & 0xFF) << 8) | (bgr[at] & 0xFF);
  }
}
