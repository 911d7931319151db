package dev.riderphotos.portraits;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Smooth outlines through points, given as {@code x, y, x, y, ...}. */
final class Curves {
  private Curves() {}

  static Shape ellipse(double x, double y, double radiusX, double radiusY) {
    return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
  }

  /**
   * A closed outline, the same left and right: the points of the right half, from top to bottom.
   */
  static Path2D symmetric(double... rightHalf) {
    List<Double> points = new ArrayList<>();
    for (double value : rightHalf) {
      points.add(value);
    }
    for (int i = rightHalf.length - 2; i >= 0; i -= 2) {
      if (rightHalf[i] != 0) {
        points.add(-rightHalf[i]);
        points.add(rightHalf[i + 1]);
      }
    }
    return closed(points.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Path2D closed(double... points) {
    Path2D path = through(points, true);
    path.closePath();
    return path;
  }

  static Path2D open(double... points) {
    return through(points, false);
  }

  // Catmull-Rom: each stretch leaves its point parallel to the line between the two neighbours.
  private static Path2D through(double[] points, boolean closed) {
    int count = points.length / 2;
    Path2D path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 0; i < (closed ? count : count - 1); i++) {
      int before = closed ? Math.floorMod(i - 1, count) : Math.max(i - 1, 0);
      int after = closed ? (i + 2) % count : Math.min(i + 2, count - 1);
      stretch(path, points, before, i, (i + 1) % count, after);
    }
    return path;
  }

  private static void stretch(Path2D path, double[] p, int before, int from, int to, int after) {
    path.curveTo(
        p[2 * from] + (p[2 * to] - p[2 * before]) / 6,
        p[2 * from + 1] + (p[2 * to + 1] - p[2 * before + 1]) / 6,
        p[2 * to] - (p[2 * after] - p[2 * from]) / 6,
        p[2 * to + 1] - (p[2 * after + 1] - p[2 * from + 1]) / 6,
        p[2 * to],
        p[2 * to + 1]);
  }
}
