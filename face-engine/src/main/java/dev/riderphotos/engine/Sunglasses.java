package dev.riderphotos.engine;

/**
 * How much speaks for sunglasses. Behind dark lenses the skin under both eyes is darker than the
 * cheeks, and both eyes are dark all over; clear glasses and deep-set eyes show one of the two at
 * most. RATIONALE.md gives the figures.
 *
 * @param low luminance of the skin right under the eyes over that of the cheeks and the nose, of
 *     the lighter eye: about 1 without glasses
 * @param dark share of the eye region that has less than half the skin's luminance, of the eye
 *     where it is smaller: 0 to 1
 */
public record Sunglasses(float low, float dark) {
  static final float LOW_LIMIT = 0.57f;
  static final float DARK_LIMIT = 0.35f;

  public boolean worn() {
    return low < LOW_LIMIT && dark > DARK_LIMIT;
  }

  /**
   * How far the figures are from where {@link #worn} would change: 0 at its limits, 1 at the ends
   * of their scales. No probability.
   */
  public float clearness() {
    float lowForNone = (low - LOW_LIMIT) / (low < LOW_LIMIT ? LOW_LIMIT : 1 - LOW_LIMIT);
    float darkForNone = (DARK_LIMIT - dark) / (dark < DARK_LIMIT ? DARK_LIMIT : 1 - DARK_LIMIT);
    return Math.clamp(Math.abs(Math.max(lowForNone, darkForNone)), 0, 1);
  }
}
