package dev.riderphotos.ruler;

/**
 * Counted distances: 65,536 steps of equal width from 0 on. A distance that a figure speaks of is
 * an edge between two steps, so it is less than a step away from what a sorted list would say.
 */
final class Histogram {
  static final int STEPS = 1 << 16;

  private final double width;
  private final long[] below = new long[STEPS + 1];

  /**
   * @param counts one for each step
   * @param range the distance at which the last step ends
   */
  Histogram(long[] counts, double range) {
    this.width = range / STEPS;
    for (int step = 0; step < STEPS; step++) {
      below[step + 1] = below[step] + counts[step];
    }
  }

  long total() {
    return below[STEPS];
  }

  double range() {
    return STEPS * width;
  }

  /** The largest edge below which no more than this share lies. */
  double quantile(double share) {
    return firstAbove((long) Math.floor(share * total())) * width;
  }

  /** How many are nearer than this distance, which is taken down to the edge below it. */
  long nearerThan(double distance) {
    return below[edge(distance)];
  }

  /** From 0 to 1; NaN when nothing was counted. */
  double shareNearerThan(double distance) {
    return (double) nearerThan(distance) / total();
  }

  /** The end of the last step that has any; 0 when nothing was counted. */
  double farthest() {
    return total() == 0 ? 0 : (firstAbove(total() - 1) + 1) * width;
  }

  private int edge(double distance) {
    // An edge that was multiplied by the width comes back as itself.
    return Math.clamp((long) Math.floor(distance / width + 1e-6), 0, STEPS);
  }

  /** The last edge with no more than so many below it. */
  private int firstAbove(long count) {
    int low = 0;
    int high = STEPS;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (below[middle] <= count) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
