package dev.riderphotos.portraits;

/**
 * Where the light of a picture comes from (x to the right, y down), and how bright and warm it is.
 */
record Light(double x, double y, double exposure, double warmth) {
  static Light of(long take) {
    Dice dice = Dice.of(take, "light");
    return new Light(
        dice.between(-0.6, 0.6),
        dice.between(-0.75, -0.35),
        dice.between(0.88, 1.1),
        dice.between(-0.025, 0.05));
  }

  Light dimmedTo(double share) {
    return new Light(x, y, share * exposure, share * warmth);
  }

  /** The brightness of a surface with this slope, 1 being one that faces the camera. */
  double on(double slopeX, double slopeY) {
    double facing =
        (1 - slopeX * x - slopeY * y) / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
    return 0.35 + 0.65 * Math.max(0, facing);
  }
}
