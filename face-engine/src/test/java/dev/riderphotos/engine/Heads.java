package dev.riderphotos.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Landmarks of a head that is turned by known angles, seen from far away. */
final class Heads {
  private static final Map<Integer, Vector> POINTS =
      Map.of(
          30, new Vector(0, 0, 0),
          8, new Vector(0, 330, -65),
          36, new Vector(-225, -170, -135),
          45, new Vector(225, -170, -135),
          48, new Vector(-150, 150, -125),
          54, new Vector(150, 150, -125));

  private Heads() {}

  /** In degrees, as {@link Pose} has them. Eyes lie where their outer corners are. */
  static Landmarks seen(double yaw, double pitch, double roll) {
    Vector nose = new Vector(0, 0, 0);
    List<Point> points = new ArrayList<>(Collections.nCopies(68, turned(nose, yaw, pitch, roll)));
    POINTS.forEach((index, point) -> points.set(index, turned(point, yaw, pitch, roll)));
    Collections.fill(points.subList(36, 42), points.get(36));
    Collections.fill(points.subList(42, 48), points.get(45));
    return new Landmarks(points);
  }

  /** First about the vertical axis, then up, then clockwise. */
  private static Point turned(Vector point, double yaw, double pitch, double roll) {
    double y = Math.toRadians(yaw);
    Vector aside =
        new Vector(
            Math.cos(y) * point.x() + Math.sin(y) * point.z(),
            point.y(),
            Math.cos(y) * point.z() - Math.sin(y) * point.x());
    double p = Math.toRadians(pitch);
    double up = Math.cos(p) * aside.y() - Math.sin(p) * aside.z();
    double r = Math.toRadians(roll);
    return new Point(
        (float) (500 + 0.4 * (Math.cos(r) * aside.x() - Math.sin(r) * up)),
        (float) (400 + 0.4 * (Math.sin(r) * aside.x() + Math.cos(r) * up)));
  }
}
