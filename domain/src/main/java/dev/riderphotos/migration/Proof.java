package dev.riderphotos.migration;

import java.time.Instant;

/**
 * What was proven of a migration.
 *
 * @param faults what is not as it has to be: rows without their face, faces without a row, counts
 *     that do not add up
 * @param sampled how many moved faces were searched for with their old box
 * @param itself of them found themselves first, or a copy of their picture
 * @param another of them found somebody else first
 * @param duplicates pairs of riders that the new collection takes for one person, and the old one
 *     did not
 * @param distinctionsLost pairs of faces of the gallery that are said to be two people, of which
 *     one was not moved
 */
public record Proof(
    long faults,
    long sampled,
    long itself,
    long another,
    long duplicates,
    long distinctionsLost,
    Instant at) {
  private static final double Z = 1.96;

  /** How many found nobody. */
  public long nobody() {
    return sampled - itself - another;
  }

  /** The share of the sample that found itself, 0 to 100; 100 of an empty one. */
  public double found() {
    return sampled == 0 ? 100 : 100.0 * itself / sampled;
  }

  /**
   * The least share, 0 to 100, that would find itself if all were searched for, with 95 %
   * confidence: the lower bound of Wilson's interval (1927).
   */
  public double foundAtLeast() {
    if (sampled == 0) {
      return 0;
    }
    double n = sampled;
    double share = itself / n;
    double centre = share + Z * Z / (2 * n);
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    return 100 * Math.max(0, (centre - spread) / (1 + Z * Z / n));
  }
}
