package dev.riderphotos.ruler;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one model. Shares are from 0 to 1, distances Euclidean. Where there is too
 * little to give a figure, it is null and beside it stands what lacks.
 *
 * @param groups in the order of the file of groups; empty without one
 */
public record Measurement(
    String model,
    Counts counts,
    List<Rate> rates,
    List<Misses> misses,
    List<GroupFigures> groups,
    Curves curves) {

  public Measurement {
    rates = List.copyOf(rates);
    misses = List.copyOf(misses);
    groups = List.copyOf(groups);
  }

  /**
   * What the figures rest on.
   *
   * @param peopleWithPairs people with two photos that are not one picture
   * @param genuinePairs pairs of photos of one person
   * @param impostorPairs pairs of photos of two people
   * @param samePicturePairs pairs left out, for they show one picture
   * @param peopleWithoutGroup people whom the file of groups does not name
   * @param namedWithoutPhoto people whom it names and who have no photo
   */
  public record Counts(
      int people,
      int peopleWithPairs,
      int photos,
      long genuinePairs,
      long impostorPairs,
      long samePicturePairs,
      int peopleWithoutGroup,
      int namedWithoutPhoto) {}

  /** True acceptance at a rate of false acceptance: either found or lack is null. */
  public record Rate(double far, @Nullable Found found, @Nullable Lack lack) {}

  /**
   * @param distance the largest at which no more than this rate of strangers are nearer
   * @param tar the share of genuine pairs that are nearer
   */
  public record Found(double distance, double tar, Interval interval) {}

  /**
   * What is missed when newcomers are looked for among registered people, of whom each has one
   * photo: either limit or lack is null.
   *
   * @param falseAlarms the share of newcomers, never seen before, who have somebody nearer than the
   *     limit
   */
  public record Misses(
      double falseAlarms, int registered, @Nullable Limit limit, @Nullable Lack lack) {}

  /**
   * @param missed the share of genuine pairs that are not nearer
   */
  public record Limit(double distance, double missed, Basis basis) {}

  /** Where a limit comes from. */
  public enum Basis {
    /** Each photo was a newcomer among all other people. */
    NEWCOMERS,
    /** Pairs of strangers were counted, and taken for independent. */
    PAIRS,
    /** A curve was fitted to the nearest pairs of strangers and drawn on: it was not measured. */
    EXTRAPOLATED
  }

  /**
   * A group by itself: both people of a pair are of it.
   *
   * @param rates at the distances that were found for all
   */
  public record GroupFigures(
      String group, int people, long genuinePairs, long impostorPairs, List<GroupRate> rates) {
    public GroupFigures {
      rates = List.copyOf(rates);
    }
  }

  /**
   * @param pooledFar the rate of false acceptance among all, at this distance
   * @param far the group's own; null where there are too few pairs
   * @param ratio of the group's to that among all
   * @param tar null where there are too few people with two photos
   */
  public record GroupRate(
      double pooledFar,
      double distance,
      @Nullable Double far,
      @Nullable Double ratio,
      @Nullable Double tar) {}

  /** Points of curves to be drawn. */
  public record Curves(List<Bar> distances, List<TarPoint> tarOverFar, List<SizePoint> misses) {
    public Curves {
      distances = List.copyOf(distances);
      tarOverFar = List.copyOf(tarOverFar);
      misses = List.copyOf(misses);
    }
  }

  /** The shares of either kind of pair that have such a distance. */
  public record Bar(double from, double to, double genuine, double impostors) {}

  public record TarPoint(double far, double tar) {}

  public record SizePoint(
      double falseAlarms, int registered, double missed, boolean extrapolated) {}
}
