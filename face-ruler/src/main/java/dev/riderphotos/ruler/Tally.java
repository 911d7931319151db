package dev.riderphotos.ruler;

import java.util.Arrays;

/**
 * What one thread has counted. It grows with nothing but the photos' nearest strangers: pairs are
 * counted by distance, and once more, by longer steps, for the lot that either's person is in.
 */
final class Tally {
  /** People in so many lots at most, so that draws over people need no more room. */
  static final int MOST_LOTS = 1024;

  /** Steps of a lot's distances. */
  static final int LONG_STEPS = 1024;

  private static final int SHORT_IN_LONG = Histogram.STEPS / LONG_STEPS;

  private final double scale;
  private final int lots;
  private final long[] genuine = new long[Histogram.STEPS];
  private final long[] impostors = new long[Histogram.STEPS];
  private final long[][] genuineOfGroup;
  private final long[][] impostorsOfGroup;
  private final long[] genuineOfLot;
  private final long[] impostorsOfLot;
  private final double[] nearest;
  private long samePicture;

  Tally(double range, int photos, int people, int groups) {
    this.scale = Histogram.STEPS / range;
    this.lots = Math.min(people, MOST_LOTS);
    this.genuineOfGroup = new long[groups][Histogram.STEPS];
    this.impostorsOfGroup = new long[groups][Histogram.STEPS];
    this.genuineOfLot = new long[lots * LONG_STEPS];
    this.impostorsOfLot = new long[lots * LONG_STEPS];
    this.nearest = new double[photos];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
  }

  void addSamePicture() {
    samePicture++;
  }

  void addGenuine(int person, int group, double distance) {
    int step = step(distance);
    genuine[step]++;
    genuineOfLot[place(person, step)]++;
    if (group >= 0) {
      genuineOfGroup[group][step]++;
    }
  }

  /**
   * @param group of both, or -1
   */
  void addImpostors(int person, int other, int group, double distance) {
    int step = step(distance);
    impostors[step]++;
    impostorsOfLot[place(person, step)]++;
    impostorsOfLot[place(other, step)]++;
    if (group >= 0) {
      impostorsOfGroup[group][step]++;
    }
  }

  /** A photo's distance to a stranger who is registered. */
  void meets(int photo, double distance) {
    if (distance < nearest[photo]) {
      nearest[photo] = distance;
    }
  }

  void add(Tally that) {
    add(genuine, that.genuine);
    add(impostors, that.impostors);
    add(genuineOfLot, that.genuineOfLot);
    add(impostorsOfLot, that.impostorsOfLot);
    for (int group = 0; group < genuineOfGroup.length; group++) {
      add(genuineOfGroup[group], that.genuineOfGroup[group]);
      add(impostorsOfGroup[group], that.impostorsOfGroup[group]);
    }
    Arrays.setAll(nearest, photo -> Math.min(nearest[photo], that.nearest[photo]));
    samePicture += that.samePicture;
  }

  long samePicture() {
    return samePicture;
  }

  Histogram genuine() {
    return histogram(genuine);
  }

  Histogram impostors() {
    return histogram(impostors);
  }

  Histogram genuineOf(int group) {
    return histogram(genuineOfGroup[group]);
  }

  Histogram impostorsOf(int group) {
    return histogram(impostorsOfGroup[group]);
  }

  /** Pairs of strangers who are both of one group, whichever. */
  Histogram impostorsOfOneGroup() {
    long[] sum = new long[Histogram.STEPS];
    for (long[] group : impostorsOfGroup) {
      add(sum, group);
    }
    return histogram(sum);
  }

  /** The distances of photos to the nearest registered stranger, rising. */
  double[] nearest() {
    double[] rising = Arrays.stream(nearest).filter(Double::isFinite).toArray();
    Arrays.sort(rising);
    return rising;
  }

  Draws draws() {
    return new Draws(genuineOfLot, impostorsOfLot, lots, LONG_STEPS);
  }

  private Histogram histogram(long[] counts) {
    return new Histogram(counts, Histogram.STEPS / scale);
  }

  private int step(double distance) {
    return Math.min((int) (distance * scale), Histogram.STEPS - 1);
  }

  private int place(int person, int step) {
    return person % lots * LONG_STEPS + step / SHORT_IN_LONG;
  }

  private static void add(long[] to, long[] from) {
    Arrays.setAll(to, i -> to[i] + from[i]);
  }
}
