package dev.riderphotos.embedded.engine;

import dev.riderphotos.face.DuplicateRule;
import dev.riderphotos.face.DuplicateRule.FalseAlarms;
import dev.riderphotos.face.DuplicateRule.FixedSimilarity;

/**
 * What the duplicate rule means in the engine's measure. The limits were measured for a false-alarm
 * rate of one in 100, and are linear in the logarithm of the number of faces between; twice the
 * rate is like half the faces.
 */
final class DuplicateLimits {
  private static final double MEASURED_RATE = 0.01;
  private static final double[] LIMITS = {0.55, 0.50, 0.45, 0.40, 0.37, 0.34};

  private DuplicateLimits() {}

  /** The largest distance of a duplicate in a collection of so many faces. */
  static double maxDistance(DuplicateRule rule, int faces) {
    return switch (rule) {
      case FixedSimilarity(double similarity) -> SimilarityCurve.distance(similarity);
      case FalseAlarms(double rate) -> maxDistance(rate, faces);
    };
  }

  private static double maxDistance(double rate, int faces) {
    double tens = Math.log10(Math.max(1, faces) * MEASURED_RATE / rate) - 1;
    double place = Math.clamp(tens, 0, LIMITS.length - 1);
    int below = Math.min((int) place, LIMITS.length - 2);
    return LIMITS[below] + (place - below) * (LIMITS[below + 1] - LIMITS[below]);
  }
}
