package dev.riderphotos.ruler;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The near end of strangers' distances as a normal distribution would have it: the share nearer
 * than d is Φ(a + b·d). Fitted by least squares, over three decades at most, from the share that
 * ten pairs make up, and to one in a hundred at most.
 */
record TailFit(double a, double b) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final int FEWEST_PAIRS = 10;
  private static final double WIDEST = 1000;
  private static final double NARROWEST = 10;
  private static final double HIGHEST = 0.01;
  private static final int POINTS = 31;

  /** The number of pairs that a fit wants, so that it has a decade to go by. */
  static final long WANTED = Math.round(FEWEST_PAIRS * NARROWEST / HIGHEST);

  /** Empty where there are too few pairs, or all at one distance. */
  static Optional<TailFit> of(Histogram strangers) {
    if (strangers.total() < WANTED) {
      return Optional.empty();
    }
    double lowest = (double) FEWEST_PAIRS / strangers.total();
    double decades = Math.log(Math.min(HIGHEST / lowest, WIDEST));
    double[] distances = new double[POINTS];
    double[] normals = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double wanted = lowest * Math.exp(decades * i / (POINTS - 1));
      // An edge has whole pairs below it, at most so many: it is taken for what it has.
      distances[i] = strangers.quantile(wanted);
      normals[i] = normal(strangers, distances[i], wanted);
    }
    return line(distances, normals);
  }

  /** How near the nearest are who make up this share. */
  double distance(double share) {
    return (NORMAL.inverseCumulativeProbability(share) - a) / b;
  }

  /** The share that is nearer than this. */
  double share(double distance) {
    return NORMAL.cumulativeProbability(a + b * distance);
  }

  private static double normal(Histogram strangers, double distance, double wanted) {
    double share = strangers.shareNearerThan(distance);
    return NORMAL.inverseCumulativeProbability(share > 0 ? share : wanted);
  }

  private static Optional<TailFit> line(double[] xs, double[] ys) {
    double meanX = mean(xs);
    double meanY = mean(ys);
    double xx = 0;
    double xy = 0;
    for (int i = 0; i < xs.length; i++) {
      xx += (xs[i] - meanX) * (xs[i] - meanX);
      xy += (xs[i] - meanX) * (ys[i] - meanY);
    }
    double slope = xy / xx;
    return slope > 0 && Double.isFinite(slope)
        ? Optional.of(new TailFit(meanY - slope * meanX, slope))
        : Optional.empty();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
