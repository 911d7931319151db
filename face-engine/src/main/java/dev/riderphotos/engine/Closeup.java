package dev.riderphotos.engine;

import java.util.List;

/**
 * A part of a picture at a larger scale.
 *
 * @param left where it begins in the picture, in pixels of that
 * @param top the same, downwards
 * @param times how many of its pixels, along a side, are one of the picture's
 */
public record Closeup(RgbImage image, float left, float top, float times) {
  /** Where a box of the picture lies in it. */
  Box into(Box box) {
    return new Box(
        (box.x() - left) * times,
        (box.y() - top) * times,
        box.width() * times,
        box.height() * times);
  }

  /** Where the landmarks of a face in it lie in the picture. */
  Landmarks back(Landmarks points) {
    List<Point> moved = points.points().stream().map(this::back).toList();
    return new Landmarks(moved);
  }

  private Point back(Point point) {
    return new Point(point.x() / times + left, point.y() / times + top);
  }
}
