package dev.riderphotos.embedded.vector;

import java.util.Comparator;

/** Somebody near the query: who it is, by number, and how far. */
public record Neighbour(long number, double distance) implements Comparable<Neighbour> {
  private static final Comparator<Neighbour> ORDER =
      Comparator.comparingDouble(Neighbour::distance).thenComparingLong(Neighbour::number);

  /** The nearest first; of those that are as near, the smallest number. */
  @Override
  public int compareTo(Neighbour other) {
    return ORDER.compare(this, other);
  }
}
