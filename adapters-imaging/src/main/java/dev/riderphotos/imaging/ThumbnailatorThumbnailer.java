package dev.riderphotos.imaging;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Has Thumbnailator scale a picture's own pixels. How large a thumbnail is, its caller says: {@link
 * dev.riderphotos.step.MakeThumbnail} for riders, {@link dev.riderphotos.drink.ThumbnailSize} for
 * drinks. Safe for use by many threads.
 */
public final class ThumbnailatorThumbnailer implements Thumbnailer {
  @Override
  public Photo thumbnail(Picture picture, int side) {
    if (side < 1) {
      throw new IllegalArgumentException("A side of " + side + " pixels");
    }
    BufferedImage image = Bgr.image(picture);
    int longer = Math.max(picture.width(), picture.height());
    BufferedImage small = longer <= side ? image : scaled(image, (double) side / longer);
    return ImageEncoder.encode(small, picture.format());
  }

  private static BufferedImage scaled(BufferedImage image, double scale) {
    try {
      return Thumbnails.of(image)
          .forceSize(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale))
          .resizer(new LanczosResizer())
          .asBufferedImage();
    } catch (IOException impossible) {
      throw new UncheckedIOException("An image in memory was not read", impossible);
    }
  }

  private static int scaled(int pixels, double scale) {
    return Math.max(1, (int) Math.round(pixels * scale));
  }
}
