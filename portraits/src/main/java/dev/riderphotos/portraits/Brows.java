package dev.riderphotos.portraits;

import java.awt.Color;

/** A pair of eyebrows, made of single hairs. */
record Brows(
    double inner,
    double outer,
    double y,
    double arch,
    double slant,
    double thickness,
    Color color) {

  static Brows of(Person person, Nature nature, Skull skull, Color hair) {
    Dice dice = Dice.of(person.seed(), "brows");
    double bushy = nature.woman() ? dice.marked(0.02, 0.07) : dice.marked(0.035, 0.125);
    return new Brows(
        skull.eyes() - dice.marked(0.16, 0.34),
        skull.eyes() + dice.marked(0.22, 0.38),
        dice.marked(-0.34, -0.19) - (nature.woman() ? 0.03 : 0),
        dice.marked(0, 0.12),
        dice.marked(-0.07, 0.09),
        bushy,
        Tones.darker(hair, 0.4));
  }

  Bump bump() {
    return new Bump((inner + outer) / 2, y, 0.32, 0.1, 0.045);
  }

  void paint(Brush face, Person person) {
    face.bothSides((half, side) -> paintOne(half, Dice.of(person.seed(), "brow hairs")));
  }

  private void paintOne(Brush half, Dice dice) {
    for (double at = 0; at < 1; at += 0.09) {
      half.glow(xAt(at), yAt(at), 0.08, thicknessAt(at) * 0.9, Tones.faded(color, 0.5));
    }
    for (int i = 0; i < 90; i++) {
      paintHair(half, dice, dice.between(0, 1));
    }
  }

  private void paintHair(Brush half, Dice dice, double at) {
    double x = xAt(at);
    double y0 = yAt(at) + dice.between(-0.5, 0.5) * thicknessAt(at);
    double rise = 0.05 * (0.75 - at) + dice.between(-0.01, 0.01);
    half.line(
        Curve.from(x, y0).to(x + 0.035, y0 - rise * 0.7).to(x + 0.075, y0 - rise).open(),
        0.01,
        Tones.faded(color, dice.between(0.4, 0.8)));
  }

  private double xAt(double at) {
    return inner + at * (outer - inner - 0.05);
  }

  private double yAt(double at) {
    return y + slant * (0.5 - at) - arch * Math.sin(Math.pow(at, 1.4) * Math.PI);
  }

  private double thicknessAt(double at) {
    return thickness * (at < 0.6 ? 1 : 1 - 1.6 * (at - 0.6));
  }
}
