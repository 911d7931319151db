package dev.riderphotos.imaging;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.Picture;
import java.awt.Rectangle;

/** Has ImageIO encode a part of a picture's own pixels. Safe for use by many threads. */
public final class ImageIoFaceCropper implements FaceCropper {
  @Override
  public Photo crop(Picture picture, BoundingBox box) {
    Rectangle part = pixels(picture, box);
    return ImageEncoder.encode(
        Bgr.image(picture).getSubimage(part.x, part.y, part.width, part.height), PhotoFormat.PNG);
  }

  private static Rectangle pixels(Picture picture, BoundingBox box) {
    Rectangle whole = new Rectangle(picture.width(), picture.height());
    Rectangle visible =
        new Rectangle(
                pixel(box.left(), picture.width()),
                pixel(box.top(), picture.height()),
                Math.max(1, pixel(box.width(), picture.width())),
                Math.max(1, pixel(box.height(), picture.height())))
            .intersection(whole);
    if (visible.isEmpty()) {
      throw new IllegalArgumentException("Outside the picture: " + box);
    }
    return visible;
  }

  private static int pixel(double fraction, int pixels) {
    return (int) Math.floor(fraction * pixels);
  }
}
