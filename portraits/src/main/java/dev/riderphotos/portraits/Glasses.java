package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.util.Optional;

/** Something before the eyes: clear spectacles or sunglasses. */
record Glasses(double width, double height, double rim, Color frame, boolean round, boolean dark) {
  private static final Color LENS = new Color(10, 10, 12);

  static Glasses sunglasses(Person person) {
    Dice dice = Dice.of(person.seed(), "sunglasses");
    return new Glasses(
        dice.between(0.35, 0.39),
        dice.between(0.27, 0.31),
        0.03,
        new Color(18, 16, 18),
        false,
        true);
  }

  /** One person in three needs them. */
  static Optional<Glasses> spectacles(Person person) {
    Dice dice = Dice.of(person.seed(), "spectacles");
    if (!dice.chance(1 / 3.0)) {
      return Optional.empty();
    }
    Color frame = Tones.hsb(dice.between(0, 1), dice.between(0.1, 0.6), dice.between(0.1, 0.45));
    double width = dice.between(0.3, 0.36);
    double height = dice.between(0.2, 0.3);
    double rim = dice.marked(0.018, 0.055);
    return Optional.of(new Glasses(width, height, rim, frame, dice.chance(0.4), false));
  }

  void paint(Brush face, Skull skull) {
    double x = Math.max(skull.eyes(), width + 0.05);
    double inner = x - reach();
    face.line(Curve.from(-inner, -0.04).to(0, -0.08).to(inner, -0.04).open(), rim * 1.3, frame);
    face.bothSides((half, side) -> paintSide(half, side, x, skull));
  }

  private void paintSide(Brush half, int side, double x, Skull skull) {
    Shape temple = Curve.from(x + reach() * 0.98, -0.1).to(skull.width() + 0.02, -0.08).open();
    half.line(temple, rim * 1.4, frame);
    if (dark) {
      paintDarkLens(half, side, x);
    } else {
      paintClearLens(half, x);
    }
    half.line(lens(x), rim, frame);
  }

  private void paintDarkLens(Brush half, int side, double x) {
    half.softLine(lens(x), 0.12, new Color(0, 0, 0, 60));
    half.within(lens(x), LENS, inside -> paintReflection(inside, side, x));
  }

  private void paintClearLens(Brush half, double x) {
    Shape shadow = Curve.from(x - width, height).to(x, height + 0.05).to(x + width, height).open();
    half.softLine(shadow, 0.05, new Color(0, 0, 0, 30));
    Shape glint =
        Curve.from(x - 0.5 * width, -0.2 * height).to(x - 0.36 * width, -0.4 * height).open();
    half.line(glint, 0.02, new Color(255, 255, 255, 90));
  }

  private void paintReflection(Brush inside, int side, double x) {
    inside.glow(x - side * 0.12, -0.17, 0.2, 0.1, new Color(130, 140, 165, 90));
    inside.glow(x, 0.3, 0.4, 0.18, new Color(60, 50, 50, 90));
  }

  private Shape lens(double x) {
    if (round) {
      return Curve.oval(x, 0.04, reach(), reach());
    }
    return Curve.from(x - width, -0.42 * height)
        .to(x, -0.62 * height)
        .to(x + width, -0.5 * height)
        .to(x + 0.92 * width, 0.5 * height)
        .to(x + 0.3 * width, height)
        .to(x - 0.4 * width, height)
        .to(x - 0.88 * width, 0.5 * height)
        .closed();
  }

  private double reach() {
    return round ? 0.84 * width : width;
  }
}
