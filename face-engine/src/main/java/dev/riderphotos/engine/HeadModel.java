package dev.riderphotos.engine;

import java.util.List;

/**
 * Estimates the pose: six points of an average head are laid over the landmarks by least squares,
 * as if seen from far away (weak perspective).
 *
 * <p>The head's axes are those of a picture of it that looks into the camera: x to the right, y
 * down, z towards the viewer. Its points are those that head pose tutorials for OpenCV use, after
 * the anthropometric model of that name; the unit does not matter.
 */
final class HeadModel {
  /** Nose tip, chin, outer corners of the eyes, corners of the mouth. */
  private static final int[] LANDMARKS = {30, 8, 36, 45, 48, 54};

  private static final List<Vector> POINTS =
      centred(
          new Vector(0, 0, 0),
          new Vector(0, 330, -65),
          new Vector(-225, -170, -135),
          new Vector(225, -170, -135),
          new Vector(-150, 150, -125),
          new Vector(150, 150, -125));

  /** Least squares: these weights of the points' coordinates give the rows of the rotation. */
  private static final List<Vector> WEIGHTS = pseudoInverse(POINTS);

  private HeadModel() {}

  static Pose pose(Landmarks face) {
    Vector across = Vector.ZERO;
    Vector down = Vector.ZERO;
    for (int i = 0; i < LANDMARKS.length; i++) {
      Point point = face.point(LANDMARKS[i]);
      across = across.plus(WEIGHTS.get(i).times(point.x()));
      down = down.plus(WEIGHTS.get(i).times(point.y()));
    }
    return pose(across.direction(), down.direction());
  }

  /**
   * @param across the picture's x axis as the head sees it
   * @param down the picture's y axis as the head sees it
   */
  private static Pose pose(Vector across, Vector down) {
    // Noise makes the two not quite perpendicular: each gives way by half.
    double skew = across.dot(down) / 2;
    Vector x = across.minus(down.times(skew)).direction();
    Vector y = down.minus(across.times(skew)).direction();
    Vector z = x.cross(y);
    return new Pose(
        degrees(Math.atan2(x.z(), z.z())),
        degrees(Math.asin(Math.clamp(-y.z(), -1, 1))),
        degrees(Math.atan2(y.x(), x.x())));
  }

  private static float degrees(double radians) {
    return (float) Math.toDegrees(radians);
  }

  private static List<Vector> centred(Vector... points) {
    Vector sum = Vector.ZERO;
    for (Vector point : points) {
      sum = sum.plus(point);
    }
    Vector mean = sum.times(1.0 / points.length);
    return List.of(points).stream().map(point -> point.minus(mean)).toList();
  }

  /** Each point times the inverse of the sum of all points' outer products. */
  private static List<Vector> pseudoInverse(List<Vector> points) {
    Vector x = Vector.ZERO;
    Vector y = Vector.ZERO;
    Vector z = Vector.ZERO;
    for (Vector point : points) {
      x = x.plus(point.times(point.x()));
      y = y.plus(point.times(point.y()));
      z = z.plus(point.times(point.z()));
    }
    double determinant = x.dot(y.cross(z));
    Vector first = y.cross(z).times(1 / determinant);
    Vector second = z.cross(x).times(1 / determinant);
    Vector third = x.cross(y).times(1 / determinant);
    return points.stream()
        .map(point -> new Vector(first.dot(point), second.dot(point), third.dot(point)))
        .toList();
  }
}
