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

  void paint(Brush body, Skin skin, Skull skull) {
    double base = skull.chin() + 0.32;
    body.within(shoulderLine(base), color, cloth -> paintFolds(cloth, base));
    body.within(opening(base), skin.base(), chest -> shadeChest(chest, skin, base));
    body.line(opening(base), 0.045, Tones.darker(color, 0.25));
    if (neckline == Neckline.COLLAR) {
      body.bothSides((half, side) -> paintCollar(half, base));
    }
  }

  private void paintFolds(Brush cloth, double base) {
    cloth.glow(0, base + 0.2, 0.9, 0.5, new Color(0, 0, 0, 80));
    cloth.bothSides(
        (half, side) -> {
          half.glow(shoulders * 0.75, base + 0.35, 0.6, 0.25, new Color(255, 255, 255, 50));
          half.glow(shoulders * 0.68, base + 1.5, 0.14, 1, new Color(0, 0, 0, 90));
          half.glow(0.4, base + 0.9, 0.3, 0.6, new Color(0, 0, 0, 30));
        });
  }

  private static void shadeChest(Brush chest, Skin skin, double base) {
    chest.glow(0, base - 0.2, 0.9, 0.5, Tones.faded(skin.shade(), 0.5));
    chest.bothSides(
        (half, side) ->
            half.softLine(
                Curves.open(0.08, base + 0.2, 0.4, base + 0.1, 0.8, base),
                0.06,
                Tones.faded(skin.shade(), 0.3)));
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
    return Curves.symmetric(
        0,
        base - 0.12,
        0.55,
        base - 0.14,
        0.85,
        base + 0.02,
        shoulders * 0.8,
        base + 0.3,
        shoulders,
        base + 0.75,
        shoulders + 0.12,
        base + 2,
        shoulders + 0.2,
        base + 5,
        0,
        base + 5);
  }

  private Shape opening(double base) {
    double depth = neckline == Neckline.ROUND ? 0.16 : 0.42;
    return Curves.symmetric(
        0,
        base - 0.5,
        0.5,
        base - 0.4,
        0.6,
        base - 0.14,
        0.34,
        base + depth * 0.7,
        0,
        base + depth);
  }
}
