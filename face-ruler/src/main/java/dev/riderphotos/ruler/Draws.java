package dev.riderphotos.ruler;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How much figures would differ if other people had been measured: people are drawn again with
 * replacement, a thousand times. In a draw a genuine pair counts as often as its person was drawn,
 * and a pair of strangers as often as both together, less one: the product of the two to first
 * order, for which counts by person are enough. See RATIONALE.md.
 */
final class Draws {
  static final int MANY = 1000;

  private static final String GENERATOR = "L64X128MixRandom";
  private static final long SEED = 20_261_129;
  private static final int TAIL = MANY / 20;

  /** A rate of false acceptance that no draw brings to where another one is asked for. */
  private static final double HIGHEST_FAR = 0.1;

  private final long[] genuine;
  private final long[] impostors;
  private final int lots;
  private final int steps;
  private final long[] genuineOfLot;
  private final long[] impostorsOfLot;
  private final long[] once;
  private final int reach;

  /**
   * @param genuine counts by lot and step
   * @param impostors each pair under both people's lots
   */
  Draws(long[] genuine, long[] impostors, int lots, int steps) {
    this.genuine = genuine;
    this.impostors = impostors;
    this.lots = lots;
    this.steps = steps;
    this.genuineOfLot = totals(genuine);
    this.impostorsOfLot = totals(impostors);
    this.once = once();
    this.reach = (int) place(once, HIGHEST_FAR * Arrays.stream(once).sum());
  }

  /** Where 90 % of the draws' true-acceptance rates lie, at each rate of false acceptance. */
  List<Interval> tars(List<Double> fars) {
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(SEED);
    double[][] tars = new double[fars.size()][MANY];
    for (int draw = 0; draw < MANY; draw++) {
      draw(fars, weights(random), draw, tars);
    }
    return Arrays.stream(tars).map(Draws::interval).toList();
  }

  private void draw(List<Double> fars, int[] weights, int draw, double[][] tars) {
    long[] strangers = Arrays.copyOf(once, reach);
    long[] same = new long[reach];
    long allStrangers = Arrays.stream(once).sum();
    long allSame = 0;
    for (int lot = 0; lot < lots; lot++) {
      add(strangers, impostors, lot, weights[lot] - 1);
      add(same, genuine, lot, weights[lot]);
      allStrangers += (weights[lot] - 1) * impostorsOfLot[lot];
      allSame += weights[lot] * genuineOfLot[lot];
    }
    for (int i = 0; i < tars.length; i++) {
      double accepted = sum(same, place(strangers, fars.get(i) * allStrangers));
      tars[i][draw] = allSame == 0 ? 0 : accepted / allSame;
    }
  }

  private int[] weights(RandomGenerator random) {
    int[] weights = new int[lots];
    for (int i = 0; i < lots; i++) {
      weights[random.nextInt(lots)]++;
    }
    return weights;
  }

  private static Interval interval(double[] tars) {
    Arrays.sort(tars);
    return new Interval(tars[TAIL - 1], tars[MANY - TAIL]);
  }

  private long[] totals(long[] counts) {
    long[] totals = new long[lots];
    for (int i = 0; i < counts.length; i++) {
      totals[i / steps] += counts[i];
    }
    return totals;
  }

  /** Strangers by step, each pair once. */
  private long[] once() {
    long[] sums = new long[steps];
    for (int i = 0; i < impostors.length; i++) {
      sums[i % steps] += impostors[i];
    }
    return Arrays.stream(sums).map(sum -> sum / 2).toArray();
  }

  private void add(long[] sums, long[] counts, int lot, int weight) {
    if (weight == 0) {
      return;
    }
    int from = lot * steps;
    for (int step = 0; step < sums.length; step++) {
      sums[step] += weight * counts[from + step];
    }
  }

  /** Where so many are passed: a step, and how much of the one that passes them. */
  private static double place(long[] counts, double many) {
    long before = 0;
    long sum = 0;
    for (int step = 0; step < counts.length; step++) {
      sum += counts[step]; // which may fall for a while: people who were not drawn count as -1
      if (sum > many) {
        return step + (many - before) / (sum - before);
      }
      before = Math.max(before, sum);
    }
    return counts.length;
  }

  private static double sum(long[] counts, double place) {
    int whole = (int) place;
    double sum = whole < counts.length ? (place - whole) * counts[whole] : 0;
    for (int step = 0; step < whole; step++) {
      sum += counts[step];
    }
    return sum;
  }
}
