package dev.riderphotos.engine;

/**
 * A rectangle of whole pixels that is taken out of a picture. It may reach beyond the picture, as
 * the detector's bordered canvas does.
 */
record Crop(int x, int y, int width, int height) {
  static Crop whole(RgbImage image) {
    return new Crop(0, 0, image.width(), image.height());
  }

  /** The picture with a border all round, a share of its longer side wide. */
  static Crop bordered(RgbImage image, double share) {
    int border = (int) Math.round(share * Math.max(image.width(), image.height()));
    return new Crop(-border, -border, image.width() + 2 * border, image.height() + 2 * border);
  }

  /** The library's: cut off at the picture's edges, then each of the four numbers floored. */
  static Crop of(Box box, RgbImage image) {
    Box visible = box.within(image.width(), image.height());
    return new Crop(
        (int) visible.x(), (int) visible.y(), (int) visible.width(), (int) visible.height());
  }

  boolean isEmpty() {
    return width < 1 || height < 1;
  }

  /** The side of the square that it is padded to. */
  int side() {
    return Math.max(width, height);
  }
}
