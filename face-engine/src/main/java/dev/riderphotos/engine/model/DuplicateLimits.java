package dev.riderphotos.engine.model;

import java.util.List;

/**
 * Up to which distance a newcomer is the same person as somebody registered, by how many are: so
 * that one honest newcomer in 100 is refused. Linear in the logarithm of the number between the
 * points, constant before the first and after the last.
 */
public final class DuplicateLimits {
  /** The share of newcomers that is refused wrongly at these limits. */
  public static final double RATE = 0.01;

  /** As measured for the built-in models. */
  static final DuplicateLimits FACEAPI =
      new DuplicateLimits(
          List.of(
              new Point(10, 0.55),
              new Point(100, 0.50),
              new Point(1_000, 0.45),
              new Point(10_000, 0.40),
              new Point(100_000, 0.37),
              new Point(1_000_000, 0.34)));

  private final List<Point> points;

  /**
   * Connects these points.
   *
   * @throws IllegalArgumentException when there is none, one has less than one face or no positive
   *     distance, or they do not have ever more faces and never greater distances
   */
  public DuplicateLimits(List<Point> points) {
    this.points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("Duplicate limits have at least one point");
    }
    Point before = null;
    for (Point point : points) {
      if (point.faces() < 1 || !(point.distance() > 0) || Double.isInfinite(point.distance())) {
        throw new IllegalArgumentException(
            "A duplicate limit is a positive distance at one face or more, not %s at %d"
                .formatted(point.distance(), point.faces()));
      }
      if (before != null
          && (point.faces() <= before.faces() || point.distance() > before.distance())) {
        throw new IllegalArgumentException(
            "Duplicate limits have ever more faces, and never greater distances");
      }
      before = point;
    }
  }

  /** In a collection of so many faces, this is the largest distance of a duplicate. */
  public record Point(long faces, double distance) {}

  public List<Point> points() {
    return points;
  }

  /**
   * The largest distance of a duplicate.
   *
   * @param faces registered ones; a fraction stands for another rate than {@link #RATE}: twice the
   *     rate is like half the faces
   */
  public double at(double faces) {
    if (faces <= points.getFirst().faces()) {
      return points.getFirst().distance();
    }
    if (faces >= points.getLast().faces()) {
      return points.getLast().distance();
    }
    int i = 1;
    while (faces > points.get(i).faces()) {
      i++;
    }
    Point fewer = points.get(i - 1);
    Point more = points.get(i);
    double share =
        Math.log(faces / fewer.faces()) / Math.log((double) more.faces() / fewer.faces());
    return fewer.distance() + share * (more.distance() - fewer.distance());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DuplicateLimits limits && points.equals(limits.points);
  }

  @Override
  public int hashCode() {
    return points.hashCode();
  }

  @Override
  public String toString() {
    return "DuplicateLimits" + points;
  }
}
