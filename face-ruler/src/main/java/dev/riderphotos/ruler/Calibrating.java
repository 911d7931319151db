package dev.riderphotos.ruler;

import dev.riderphotos.ruler.Calibration.Calibrated;
import dev.riderphotos.ruler.Calibration.DuplicateLimit;
import dev.riderphotos.ruler.Calibration.Indistinct;
import dev.riderphotos.ruler.Calibration.Similarity;
import dev.riderphotos.ruler.Calibration.TooFewPeople;
import dev.riderphotos.ruler.Limits.Distance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Gives distances the meaning that similarities and limits have for every model. */
final class Calibrating {
  private static final double FALSE_ALARMS = 0.01;
  private static final List<Integer> FACES = List.of(10, 100, 1_000, 10_000, 100_000, 1_000_000);

  /** How many pairs of strangers reach a similarity. Those of 50 and 10 only shape the curve. */
  private static final List<Reached> REACHED =
      List.of(
          new Reached(99, 0.0001),
          new Reached(90, 0.001),
          new Reached(80, 0.005),
          new Reached(70, 0.01),
          new Reached(50, 0.03),
          new Reached(10, 0.4));

  /** As many as are written. */
  private static final double DIGITS = 10_000;

  private static final double GRAIN = 1 / DIGITS;

  private final Limits limits;
  private final Histogram strangers;
  private final boolean ofOneGroup;

  private record Reached(double similarity, double share) {}

  /**
   * @param limits by all pairs of strangers
   * @param strangers those whom similarities are about
   */
  Calibrating(Limits limits, Histogram strangers, boolean ofOneGroup) {
    this.limits = limits;
    this.strangers = strangers;
    this.ofOneGroup = ofOneGroup;
  }

  /**
   * @param spreads of the people with pairs, half their mean squared distance. Faces lie about
   *     their person's middle with some variance v, two of them at a mean squared distance of 2v,
   *     and one from the mean of n others at v (1 + 1/n): v (1 − 1/n) is what is missing
   */
  Calibration of(double[] spreads) {
    if (spreads.length < Calibration.PEOPLE) {
      return new TooFewPeople(spreads.length);
    }
    Optional<TailFit> tail = TailFit.of(strangers);
    List<DuplicateLimit> falling = limits();
    if (tail.isEmpty() || falling.size() < FACES.size()) {
      return new Indistinct();
    }
    double spread = Arrays.stream(spreads).average().orElseThrow();
    return new Calibrated(curve(tail.get()), falling, rounded(spread), ofOneGroup);
  }

  private List<Similarity> curve(TailFit tail) {
    List<Similarity> points = new ArrayList<>(List.of(new Similarity(0, 100)));
    for (Reached reached : REACHED) {
      points.add(point(points, distance(reached.share, tail), reached.similarity));
    }
    points.add(point(points, strangers.farthest(), 0));
    return points;
  }

  private static Similarity point(List<Similarity> before, double distance, double similarity) {
    double least = before.getLast().distance() + GRAIN;
    return new Similarity(rounded(Math.max(distance, least)), similarity);
  }

  private double distance(double share, TailFit tail) {
    return share * strangers.total() < Limits.FEWEST_EVENTS
        ? tail.distance(share)
        : strangers.quantile(share);
  }

  /** Fewer than asked for where a limit would not be above 0, or not below the one before. */
  private List<DuplicateLimit> limits() {
    List<DuplicateLimit> found = new ArrayList<>();
    double last = Double.POSITIVE_INFINITY;
    for (int faces : FACES) {
      double distance = limits.ofPairs(FALSE_ALARMS, faces).map(Distance::distance).orElse(0.0);
      double falling = rounded(Math.min(distance, last - GRAIN));
      if (falling > 0) {
        found.add(new DuplicateLimit(faces, falling));
      }
      last = falling;
    }
    return found;
  }

  private static double rounded(double number) {
    return Math.round(number * DIGITS) / DIGITS;
  }
}
