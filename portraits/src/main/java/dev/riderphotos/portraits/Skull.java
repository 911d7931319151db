package dev.riderphotos.portraits;

import java.awt.geom.Path2D;

/** The outline of a head and the heights at which its features lie; the eyes are at 0. */
record Skull(
    double width,
    double crown,
    double forehead,
    double jaw,
    double chinWidth,
    double chin,
    double eyes,
    double nose,
    double mouth) {

  static Skull of(Person person, Nature nature) {
    Dice dice = Dice.of(person.seed(), "skull");
    double width = dice.marked(0.88, 1.16);
    double chin = dice.marked(1.2, 1.64) - (nature.woman() ? 0.06 : 0);
    double nose = dice.marked(0.38, 0.51 + chin * 0.15);
    return new Skull(
        width,
        dice.between(-1.5, -1.24),
        width * dice.between(0.82, 0.98),
        width * (nature.woman() ? dice.marked(0.6, 0.86) : dice.marked(0.68, 0.97)),
        nature.woman() ? dice.marked(0.17, 0.36) : dice.marked(0.24, 0.48),
        chin,
        dice.marked(0.33, 0.53),
        nose,
        nose + (chin - nose) * dice.marked(0.34, 0.48));
  }

  Path2D outline() {
    return Curve.from(0, crown)
        .to(0.4 * forehead, 0.92 * crown - 0.02)
        .to(0.72 * forehead, 0.7 * crown - 0.09)
        .to(0.93 * forehead, -0.76)
        .to(forehead, -0.45)
        .to(width, 0.1)
        .to(0.55 * width + 0.45 * jaw, 0.36 * chin)
        .to(jaw, 0.64 * chin)
        .to(cheek(), 0.86 * chin)
        .to(chinWidth, chin - 0.05)
        .to(0, chin)
        .mirrored();
  }

  /** How far the head reaches to either side at some height; coarse, for its roundness only. */
  double halfWidthAt(double y) {
    double reach = y < 0.1 ? (0.1 - y) / (0.1 - crown) : (y - 0.1) / (chin - 0.1);
    double roundness = y < 0.1 ? 3.2 : 2.4;
    double share = Math.pow(1 - Math.pow(Math.min(reach, 0.98), roundness), 1 / roundness);
    return width * Math.max(0.3, share);
  }

  /** The height at which the neck ends and the clothes begin. */
  double collar() {
    return chin + 0.32;
  }

  private double cheek() {
    return 0.42 * jaw + 0.58 * chinWidth;
  }
}
