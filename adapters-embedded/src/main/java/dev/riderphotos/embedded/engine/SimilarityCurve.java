package dev.riderphotos.embedded.engine;

/**
 * Turns the engine's distances into Rekognition's similarities of 0 to 100: monotone and piecewise
 * linear between points that were measured so that two strangers reach 70 in about one of 100
 * pairs, 80 in one of 200, and 99 in one of 10,000.
 */
final class SimilarityCurve {
  private static final double[] DISTANCES = {0, 0.435, 0.485, 0.515, 0.55, 0.59, 0.75, 1.0};
  private static final double[] SIMILARITIES = {100, 99, 90, 80, 70, 50, 10, 0};

  private SimilarityCurve() {}

  /** 100 at distance 0, 0 from distance 1 on. */
  static double similarity(double distance) {
    if (distance >= 1) {
      return 0;
    }
    int i = 1;
    while (distance > DISTANCES[i]) {
      i++;
    }
    return between(distance, DISTANCES, SIMILARITIES, i);
  }

  /** The distance that has this similarity; the largest such one for 0. */
  static double distance(double similarity) {
    if (similarity <= 0) {
      return Double.MAX_VALUE;
    }
    if (similarity >= 100) {
      return 0;
    }
    int i = 1;
    while (similarity < SIMILARITIES[i]) {
      i++;
    }
    return between(similarity, SIMILARITIES, DISTANCES, i);
  }

  private static double between(double x, double[] xs, double[] ys, int i) {
    double share = (x - xs[i - 1]) / (xs[i] - xs[i - 1]);
    return ys[i - 1] + share * (ys[i] - ys[i - 1]);
  }
}
