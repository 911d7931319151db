package dev.riderphotos.aws.rekognition;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;

/** Makes of pictures, or of parts of them, what Rekognition takes in a request. */
final class InlinePhotos {
  private static final int MAX_BYTES = 5 * 1024 * 1024;

  /** A face is recognised better with some of what is around it. */
  private static final double MARGIN = 1.5;

  private final Thumbnailer thumbnailer;

  InlinePhotos(Thumbnailer thumbnailer) {
    this.thumbnailer = thumbnailer;
  }

  /** The whole picture, scaled down only if it would be too large. */
  Photo of(Picture picture) {
    return encoded(jpeg(picture.width(), picture.height(), picture.bgr()));
  }

  /** The face in this box, and a little around it. */
  Photo of(Picture picture, BoundingBox box) {
    int width = side(box.width(), picture.width());
    int height = side(box.height(), picture.height());
    int left = begin(box.left() + box.width() / 2, width, picture.width());
    int top = begin(box.top() + box.height() / 2, height, picture.height());
    byte[] bgr = new byte[3 * width * height];
    for (int row = 0; row < height; row++) {
      int from = 3 * ((top + row) * picture.width() + left);
      System.arraycopy(picture.bgr(), from, bgr, 3 * row * width, 3 * width);
    }
    return encoded(jpeg(width, height, bgr));
  }

  private Photo encoded(Picture picture) {
    int side = Math.max(picture.width(), picture.height());
    Photo photo = thumbnailer.thumbnail(picture, side);
    while (photo.size() > MAX_BYTES) {
      side = side * 3 / 4;
      photo = thumbnailer.thumbnail(picture, side);
    }
    return photo;
  }

  /** A side is no shorter than Rekognition takes, unless the whole picture is. */
  private static int side(double fraction, int pixels) {
    return Math.clamp(
        Math.round(MARGIN * fraction * pixels), Math.min(PhotoOpener.MIN_SIDE, pixels), pixels);
  }

  private static int begin(double middle, int length, int pixels) {
    return Math.clamp(Math.round(middle * pixels - length / 2.0), 0, pixels - length);
  }

  private static Picture jpeg(int width, int height, byte[] bgr) {
    return new Picture(PhotoFormat.JPEG, width, height, bgr, () -> {});
  }
}
