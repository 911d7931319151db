package dev.riderphotos.engine.model;

import java.util.List;

/**
 * Turns a model's distances into similarities of 0 to 100: falling, and linear between points that
 * were measured on strangers.
 */
public final class SimilarityCurve {
  /**
   * Two strangers reach 70 in about one of 100 pairs, 80 in one of 200, and 99 in one of 10,000.
   */
  static final SimilarityCurve FACEAPI =
      new SimilarityCurve(
          List.of(
              new Point(0, 100),
              new Point(0.435, 99),
              new Point(0.485, 90),
              new Point(0.515, 80),
              new Point(0.55, 70),
              new Point(0.59, 50),
              new Point(0.75, 10),
              new Point(1, 0)));

  private final List<Point> points;

  /**
   * Connects these points.
   *
   * @throws IllegalArgumentException when they do not begin with distance 0 and similarity 100, end
   *     with similarity 0, and fall in between
   */
  public SimilarityCurve(List<Point> points) {
    this.points = List.copyOf(points);
    if (points.size() < 2
        || !points.getFirst().equals(new Point(0, 100))
        || points.getLast().similarity() != 0) {
      throw new IllegalArgumentException(
          "A similarity curve begins at distance 0 with similarity 100 and ends with similarity 0");
    }
    for (int i = 1; i < points.size(); i++) {
      if (!(points.get(i).distance() > points.get(i - 1).distance())
          || !(points.get(i).similarity() < points.get(i - 1).similarity())
          || Double.isInfinite(points.get(i).distance())) {
        throw new IllegalArgumentException(
            "The points of a similarity curve have ever greater distances and ever smaller"
                + " similarities");
      }
    }
  }

  /** At this distance the similarity is this. */
  public record Point(double distance, double similarity) {}

  public List<Point> points() {
    return points;
  }

  /** 100 at distance 0, 0 from the last point's distance on. */
  public double similarity(double distance) {
    if (distance >= points.getLast().distance()) {
      return 0;
    }
    int i = 1;
    while (distance > points.get(i).distance()) {
      i++;
    }
    Point near = points.get(i - 1);
    Point far = points.get(i);
    double share = (distance - near.distance()) / (far.distance() - near.distance());
    return near.similarity() + share * (far.similarity() - near.similarity());
  }

  /** The distance that has this similarity; the largest such one for 0. */
  public double distance(double similarity) {
    if (similarity <= 0) {
      return Double.MAX_VALUE;
    }
    if (similarity >= 100) {
      return 0;
    }
    int i = 1;
    while (similarity < points.get(i).similarity()) {
      i++;
    }
    Point near = points.get(i - 1);
    Point far = points.get(i);
    double share = (similarity - near.similarity()) / (far.similarity() - near.similarity());
    return near.distance() + share * (far.distance() - near.distance());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimilarityCurve curve && points.equals(curve.points);
  }

  @Override
  public int hashCode() {
    return points.hashCode();
  }

  @Override
  public String toString() {
    return "SimilarityCurve" + points;
  }
}
