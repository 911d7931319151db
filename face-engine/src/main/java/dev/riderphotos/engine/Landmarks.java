package dev.riderphotos.engine;

import java.util.List;

/**
 * The 68 points of a face, in pixels, in the customary order of the iBUG 300-W annotation: 0–16 the
 * jaw, 17–26 the brows, 27–35 the nose (30 its tip), 36–41 and 42–47 the eyes, 48–67 the mouth.
 * Left and right are those of the picture, not of the person. Points may lie outside the picture.
 */
public record Landmarks(List<Point> points) {
  public static final int COUNT = 68;

  /**
   * Takes the points as they are.
   *
   * @throws IllegalArgumentException when there are not 68 points
   */
  public Landmarks {
    points = List.copyOf(points);
    if (points.size() != COUNT) {
      throw new IllegalArgumentException("A face has 68 landmarks, not " + points.size());
    }
  }

  public Point point(int index) {
    return points.get(index);
  }

  /** The centre of the eye that is on the left in the picture. */
  public Point leftEye() {
    return centre(36, 42);
  }

  /** The centre of the eye that is on the right in the picture. */
  public Point rightEye() {
    return centre(42, 48);
  }

  /** The centre of the lips. */
  public Point mouth() {
    return centre(48, 68);
  }

  /** The smallest box around all points. */
  public Box bounds() {
    Point first = points.getFirst();
    float left = first.x();
    float right = left;
    float top = first.y();
    float bottom = top;
    for (Point point : points) {
      left = Math.min(left, point.x());
      right = Math.max(right, point.x());
      top = Math.min(top, point.y());
      bottom = Math.max(bottom, point.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  private Point centre(int from, int to) {
    float x = 0;
    float y = 0;
    for (Point point : points.subList(from, to)) {
      x += point.x();
      y += point.y();
    }
    return new Point(x / (to - from), y / (to - from));
  }
}
