package dev.riderphotos.engine;

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

  double x(double fromX, double fromY) {
    return a * fromX - b * fromY + dx;
  }

  double y(double fromX, double fromY) {
    return b * fromX + a * fromY + dy;
  }

  double scale() {
    return Math.hypot(a, b);
  }

  /** Finds the point that is mapped to this one. */
  Point source(Point to) {
    double x = to.x() - dx;
    double y = to.y() - dy;
    double squared = a * a + b * b;
    return new Point((float) ((a * x + b * y) / squared), (float) ((a * y - b * x) / squared));
  }
}
