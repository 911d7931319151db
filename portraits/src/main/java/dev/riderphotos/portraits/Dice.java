package dev.riderphotos.portraits;

import java.util.List;
import java.util.Random;

/**
 * Repeatable chance: the same seed and purpose always throw the same numbers.
 *
 * <p>Every feature throws dice of its own purpose, so that a new parameter of the hair does not
 * give everybody another nose.
 */
final class Dice {
  private final Random random;

  private Dice(long seed) {
    random = new Random(seed);
  }

  static Dice of(long seed, String purpose) {
    return new Dice(scattered(seed * 31 + purpose.hashCode()));
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  /** Mostly near the middle, now and then far out, never outside. */
  double around(double middle, double spread) {
    return middle + spread * Math.clamp(random.nextGaussian() / 1.6, -1, 1);
  }

  /** Mostly near one of the ends, for average faces resemble each other. */
  double marked(double low, double high) {
    double fromMiddle = between(-1, 1);
    double share = 0.5 + 0.5 * Math.signum(fromMiddle) * Math.sqrt(Math.abs(fromMiddle));
    return low + (high - low) * share;
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  // java.util.Random begins alike for neighbouring seeds (the finaliser is SplitMix64's).
  private static long scattered(long seed) {
    long z = seed * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
