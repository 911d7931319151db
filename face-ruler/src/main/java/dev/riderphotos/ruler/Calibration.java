package dev.riderphotos.ruler;

import java.util.List;

/** What a model needs to be used as the others are, or why it could not be measured. */
public sealed interface Calibration {
  /** So many people with two photos are wanted. */
  int PEOPLE = 200;

  /**
   * @param curve strictly: the larger the distance, the less the similarity; from 0 ↔ 100 to the
   *     farthest strangers ↔ 0
   * @param limits of duplicates for one false alarm in 100 newcomers, falling
   * @param userSpread what a user of n faces is given to its squared distance, times 1 − 1/n
   * @param ofOneGroup whether the curve is of strangers of one group, or of all for want of groups
   */
  record Calibrated(
      List<Similarity> curve, List<DuplicateLimit> limits, double userSpread, boolean ofOneGroup)
      implements Calibration {
    public Calibrated {
      curve = List.copyOf(curve);
      limits = List.copyOf(limits);
    }
  }

  /** There are fewer people with two photos than {@link #PEOPLE}. */
  record TooFewPeople(int people) implements Calibration {
    public int lacking() {
      return PEOPLE - people;
    }
  }

  /** Distances do not tell strangers apart: as if all descriptors were the same few. */
  record Indistinct() implements Calibration {}

  record Similarity(double distance, double similarity) {}

  record DuplicateLimit(int faces, double distance) {}
}
