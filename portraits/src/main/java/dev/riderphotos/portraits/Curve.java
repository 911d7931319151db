package dev.riderphotos.portraits;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** A smooth line through points. */
final class Curve {
  private final List<Point2D> points = new ArrayList<>();

  private Curve() {}

  static Curve from(double x, double y) {
    return new Curve().to(x, y);
  }

  static Shape oval(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  Curve to(double x, double y) {
    points.add(new Point2D.Double(x, y));
    return this;
  }

  Path2D open() {
    Path2D path = begun();
    int last = points.size() - 1;
    for (int i = 0; i < last; i++) {
      stretch(path, points.get(Math.max(i - 1, 0)), i, i + 1, points.get(Math.min(i + 2, last)));
    }
    return path;
  }

  Path2D closed() {
    Path2D path = begun();
    int count = points.size();
    for (int i = 0; i < count; i++) {
      Point2D before = points.get((i + count - 1) % count);
      stretch(path, before, i, (i + 1) % count, points.get((i + 2) % count));
    }
    path.closePath();
    return path;
  }

  /** Closes a line that runs from the top down the right side by the same on the left side. */
  Path2D mirrored() {
    for (Point2D point : List.copyOf(points).reversed()) {
      if (point.getX() != 0) {
        to(-point.getX(), point.getY());
      }
    }
    return closed();
  }

  private Path2D begun() {
    Path2D path = new Path2D.Double();
    path.moveTo(points.getFirst().getX(), points.getFirst().getY());
    return path;
  }

  // Catmull-Rom: the line leaves each point parallel to the one between its two neighbours.
  private void stretch(Path2D path, Point2D before, int from, int to, Point2D after) {
    Point2D start = points.get(from);
    Point2D end = points.get(to);
    path.curveTo(
        start.getX() + (end.getX() - before.getX()) / 6,
        start.getY() + (end.getY() - before.getY()) / 6,
        end.getX() - (after.getX() - start.getX()) / 6,
        end.getY() - (after.getY() - start.getY()) / 6,
        end.getX(),
        end.getY());
  }
}
