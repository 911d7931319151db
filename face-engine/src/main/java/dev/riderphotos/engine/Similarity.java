package dev.riderphotos.engine;

import java.util.List;

/**
 * A map from one plane to another that keeps shapes: it turns, scales and shifts. In both planes
 * the pixel (0, 0) covers the square from 0 to 1.
 *
 * @param a scale × cosine of the angle, which is clockwise on the screen
 * @param b scale × sine of the angle
 * @param dx x of what (0, 0) is mapped to
 * @param dy y of what (0, 0) is mapped to
 */
record Similarity(double a, double b, double dx, double dy) {
  /**
   * Maps a patch to a face so that the eyes become level in the patch.
   *
   * @param x where in the patch the anchor comes to lie
   * @param y where in the patch the anchor comes to lie
   * @param scale how many pixels of the picture one pixel of the patch spans
   */
  static Similarity level(Landmarks face, Point anchor, double x, double y, double scale) {
    Point left = face.leftEye();
    Point right = face.rightEye();
    double angle = Math.atan2(right.y() - left.y(), right.x() - left.x());
    double a = scale * Math.cos(angle);
    double b = scale * Math.sin(angle);
    return new Similarity(a, b, anchor.x() - a * x + b * y, anchor.y() - b * x - a * y);
  }

  /**
   * Maps some points as near as it can to others: the sum of the squared distances is the least
   * there is.
   *
   * @param from at least two points that are not all the same
   * @param to as many
   */
  static Similarity leastSquares(List<Point> from, List<Point> to) {
    Point fromCentre = mean(from);
    Point toCentre = mean(to);
    double along = 0;
    double across = 0;
    double squares = 0;
    for (int i = 0; i < from.size(); i++) {
      double x = from.get(i).x() - fromCentre.x();
      double y = from.get(i).y() - fromCentre.y();
      double toX = to.get(i).x() - toCentre.x();
      double toY = to.get(i).y() - toCentre.y();
      along += x * toX + y * toY;
      across += x * toY - y * toX;
      squares += x * x + y * y;
    }
    double a = along / squares;
    double b = across / squares;
    return new Similarity(
        a,
        b,
        toCentre.x() - a * fromCentre.x() + b * fromCentre.y(),
        toCentre.y() - b * fromCentre.x() - a * fromCentre.y());
  }

  /** Maps back what this one maps. */
  Similarity inverse() {
    double squared = a * a + b * b;
    double back = a / squared;
    double turned = -b / squared;
    return new Similarity(back, turned, -back * dx + turned * dy, -turned * dx - back * dy);
  }

  /** Maps from a plane that is so many times larger. */
  Similarity fromLarger(double times) {
    return new Similarity(a / times, b / times, dx, dy);
  }

  double x(double fromX, double fromY) {
    return a * fromX - b * fromY + dx;
  }

  double y(double fromX, double fromY) {
    return b * fromX + a * fromY + dy;
  }

  double scale() {
    return Math.hypot(a, b);
  }

  private static Point mean(List<Point> points) {
    double x = 0;
    double y = 0;
    for (Point point : points) {
      x += point.x();
      y += point.y();
    }
    return new Point((float) (x / points.size()), (float) (y / points.size()));
  }

  /** Finds the point that is mapped to this one. */
  Point source(Point to) {
    double x = to.x() - dx;
    double y = to.y() - dy;
    double squared = a * a + b * b;
    return new Point((float) ((a * x + b * y) / squared), (float) ((a * y - b * x) / squared));
  }
}
