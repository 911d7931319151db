package dev.riderphotos.face;

import dev.riderphotos.photo.Picture;

/**
 * A rectangle as Rekognition gives it: in fractions of the upright picture's width and height, from
 * its top left. May reach outside the picture.
 */
public record BoundingBox(double left, double top, double width, double height) {
  public BoundingBox {
    boolean finite = Double.isFinite(left + width) && Double.isFinite(top + height);
    if (!finite || width < 0 || height < 0) {
      throw new IllegalArgumentException("Not a box");
    }
  }

  public double right() {
    return left + width;
  }

  public double bottom() {
    return top + height;
  }

  public double area() {
    return width * height;
  }

  /**
   * How long its shorter side is on the photo, in pixels of that, however many of them are left.
   */
  public double shorterSide(Picture picture) {
    return picture.reduction() * Math.min(width * picture.width(), height * picture.height());
  }

  /**
   * How much two boxes are the same: the area they share over the area they cover together, 0 to 1.
   */
  public double intersectionOverUnion(BoundingBox other) {
    double shared =
        overlap(left, right(), other.left, other.right())
            * overlap(top, bottom(), other.top, other.bottom());
    double covered = area() + other.area() - shared;
    return covered == 0 ? 0 : shared / covered;
  }

  /** The part of it that lies within the picture. */
  public BoundingBox withinPicture() {
    double visibleLeft = Math.clamp(left, 0, 1);
    double visibleTop = Math.clamp(top, 0, 1);
    return new BoundingBox(
        visibleLeft,
        visibleTop,
        Math.clamp(right(), 0, 1) - visibleLeft,
        Math.clamp(bottom(), 0, 1) - visibleTop);
  }

  /** The smallest box around both. */
  public BoundingBox union(BoundingBox other) {
    double unionLeft = Math.min(left, other.left);
    double unionTop = Math.min(top, other.top);
    return new BoundingBox(
        unionLeft,
        unionTop,
        Math.max(right(), other.right()) - unionLeft,
        Math.max(bottom(), other.bottom()) - unionTop);
  }

  private static double overlap(double from, double to, double otherFrom, double otherTo) {
    return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
  }
}
