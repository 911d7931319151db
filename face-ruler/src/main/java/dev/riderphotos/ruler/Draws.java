package dev.riderphotos.ruler;

import java.util.Arrays;
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

  private final long[] genuine;
  private final long[] impostors;
  private final int lots;
  private final int steps;

  /**
   * @param genuine counts by lot and step
   * @param impostors each pair under both people's lots
   */
  Draws(long[] genuine, long[] impostors, int lots, int steps) {
    this.genuine = genuine;
    this.impostors = impostors;
    this.lots = lots;
    this.steps = steps;
  }

  /** Where 90 % of the draws' true-acceptance rates at this false-acceptance rate lie. */
  Interval tar(double far) {
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(SEED);
    long[] once = strangers();
    double[] rates = new double[MANY];
    for (int draw = 0; draw < MANY; draw++) {
      rates[draw] = tar(far, weights(random), once);
    }
    Arrays.sort(rates);
    return new Interval(rates[TAIL - 1], rates[MANY - TAIL]);
  }

  private double tar(double far, int[] weights, long[] once) {
    long[] strangers = once.clone();
    long[] same = new long[steps];
    for (int lot = 0; lot < lots; lot++) {
      add(strangers, impostors, lot, weights[lot] - 1);
      add(same, genuine, lot, weights[lot]);
    }
    return share(same, place(strangers, far * Arrays.stream(strangers).sum()));
  }

  private int[] weights(RandomGenerator random) {
    int[] weights = new int[lots];
    for (int i = 0; i < lots; i++) {
      weights[random.nextInt(lots)]++;
    }
    return weights;
  }

  /** By step, each pair once. */
  private long[] strangers() {
    long[] sums = new long[steps];
    for (int lot = 0; lot < lots; lot++) {
      add(sums, impostors, lot, 1);
    }
    Arrays.setAll(sums, step -> sums[step] / 2);
    return sums;
  }

  private void add(long[] sums, long[] counts, int lot, int weight) {
    if (weight == 0) {
      return;
    }
    int from = lot * steps;
    for (int step = 0; step < steps; step++) {
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

  private static double share(long[] counts, double place) {
    double sum = 0;
    for (int step = 0; step < (int) place; step++) {
      sum += counts[step];
    }
    if (place < counts.length) {
      sum += (place - (int) place) * counts[(int) place];
    }
    long total = Arrays.stream(counts).sum();
    return total == 0 ? 0 : sum / total;
  }
}
