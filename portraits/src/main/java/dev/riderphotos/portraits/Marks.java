package dev.riderphotos.portraits;

import java.awt.Color;

/** What life writes on a face: wrinkles, freckles, and red cheeks. */
record Marks(double age, boolean freckled, double blush, Skull skull, int seed) {
  static Marks of(Person person, Nature nature, Skin skin, Skull skull) {
    Dice dice = Dice.of(person.seed(), "marks");
    double blush = nature.woman() ? dice.between(0.08, 0.3) : dice.between(0, 0.14);
    return new Marks(nature.age(), skin.freckled(), blush, skull, person.seed());
  }

  void paint(Brush face, Mood mood, Skin skin) {
    face.bothSides((half, side) -> paintCheek(half, mood, skin));
    if (age > 0.5) {
      paintForehead(face, skin);
    }
    if (freckled) {
      paintFreckles(face);
    }
  }

  private void paintCheek(Brush half, Mood mood, Skin skin) {
    half.glow(0.55 * skull.width(), 0.42, 0.34, 0.26, Tones.faded(new Color(214, 70, 66), blush));
    double depth = 0.07 + 0.22 * Math.max(0, age - 0.35) + 0.08 * mood.smile();
    double nose = skull.nose();
    half.softLine(
        Curve.from(0.24, nose - 0.05)
            .to(0.38, nose + 0.12)
            .to(0.5, skull.mouth() - 0.04)
            .to(0.5, skull.mouth() + 0.1)
            .open(),
        0.11,
        Tones.faded(skin.shade(), depth * 1.5));
    for (int i = 0; i < 3 && age > 0.6; i++) {
      double out = skull.eyes() + 0.27;
      half.softLine(
          Curve.from(out, -0.02 + 0.04 * i).to(out + 0.12, -0.08 + 0.08 * i).open(),
          0.014,
          Tones.faded(skin.shade(), 0.5));
    }
  }

  private void paintForehead(Brush face, Skin skin) {
    for (int i = 0; i < 3; i++) {
      double y = -0.5 - 0.12 * i;
      face.softLine(
          Curve.from(-0.5, y + 0.03)
              .to(-0.25, y - 0.02)
              .to(0, y)
              .to(0.25, y - 0.02)
              .to(0.5, y + 0.03)
              .open(),
          0.026,
          Tones.faded(skin.shade(), 0.5 * (age - 0.3)));
    }
  }

  private void paintFreckles(Brush face) {
    Dice dice = Dice.of(seed, "freckles");
    for (int i = 0; i < 110; i++) {
      double size = dice.between(0.006, 0.014);
      face.fill(
          Curve.oval(dice.around(0, 0.75), dice.around(0.32, 0.28), size, size * 0.8),
          new Color(150, 80, 40, 75));
    }
  }
}
