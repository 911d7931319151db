package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/** Shoulders, and what is worn on them. */
record Clothes(Neckline neckline, Color color, double shoulders) {
  enum Neckline {
    ROUND,
    POINTED,
    COLLAR
  }

  static Clothes of(Person person, Nature nature) {
    Dice dice = Dice.of(person.seed(), "clothes");
    return new Clothes(
        dice.oneOf(List.of(Neckline.values())),
        Tones.hsb(dice.between(0, 1), dice.between(0.15, 0.6), dice.between(0.25, 0.8)),
        nature.woman() ? dice.between(1.6, 1.85) : dice.between(1.85, 2.2));
  }

  void paint(Brush body, Neck neck, double base) {
    body.within(shoulderLine(base), color, cloth -> paintFolds(cloth, base));
    neck.paint(body, opening(base));
    body.line(edge(base), 0.045, Tones.darker(color, 0.25));
    if (neckline == Neckline.COLLAR) {
      body.bothSides((half, side) -> paintCollar(half, base));
    }
  }

  private void paintFolds(Brush cloth, double base) {
    cloth.glow(0, base + 0.2, 0.9, 0.5, new Color(0, 0, 0, 80));
    cloth.bothSides(
        (half, side) -> {
          half.glow(shoulders * 0.75, base + 0.35, 0.6, 0.25, new Color(255, 255, 255, 50));
          half.glow(shoulders * 0.68, base + 1.4, 0.16, 0.8, new Color(0, 0, 0, 45));
          half.glow(0.4, base + 0.9, 0.3, 0.6, new Color(0, 0, 0, 30));
        });
  }

  private void paintCollar(Brush half, double base) {
    Path2D flap = new Path2D.Double();
    flap.moveTo(0.62, base - 0.3);
    flap.lineTo(0.78, base - 0.02);
    flap.lineTo(0.42, base + 0.5);
    flap.lineTo(0.05, base + 0.28);
    flap.closePath();
    half.softLine(flap, 0.1, new Color(0, 0, 0, 60));
    half.fill(flap, Tones.lighter(color, 0.12));
  }

  private Shape shoulderLine(double base) {
    return Curve.from(0, base - 0.12)
        .to(0.55, base - 0.14)
        .to(0.85, base + 0.02)
        .to(shoulders * 0.8, base + 0.3)
        .to(shoulders, base + 0.75)
        .to(shoulders + 0.12, base + 2)
        .to(shoulders + 0.2, base + 5)
        .to(0, base + 5)
        .mirrored();
  }

  private Path2D opening(double base) {
    return Curve.from(0, base - 0.3)
        .to(0.42, base - 0.26)
        .to(0.56, base - 0.12)
        .to(0.36, base + depth() * 0.7)
        .to(0, base + depth())
        .mirrored();
  }

  private Shape edge(double base) {
    return Curve.from(-0.56, base - 0.12)
        .to(-0.36, base + depth() * 0.7)
        .to(0, base + depth())
        .to(0.36, base + depth() * 0.7)
        .to(0.56, base - 0.12)
        .open();
  }

  private double depth() {
    return neckline == Neckline.ROUND ? 0.16 : 0.42;
  }
}
