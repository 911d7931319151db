package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.util.List;

/** What grows on cheeks and chin. */
record Beard(Cut cut, Color color, Skull skull, int seed) {
  enum Cut {
    NONE,
    SHADOW,
    FULL,
    LONG,
    GOATEE,
    MOUSTACHE
  }

  private static final List<Cut> CUTS =
      List.of(Cut.NONE, Cut.NONE, Cut.SHADOW, Cut.FULL, Cut.LONG, Cut.GOATEE, Cut.MOUSTACHE);

  static Beard of(Person person, Nature nature, Skull skull, Color hair) {
    Dice dice = Dice.of(person.seed(), "beard");
    Cut cut = nature.woman() ? Cut.NONE : dice.oneOf(CUTS);
    return new Beard(cut, Tones.darker(hair, 0.15), skull, person.seed());
  }

  void paint(Brush face) {
    switch (cut) {
      case NONE -> {}
      case SHADOW -> face.within(jaw(0.0), Tones.faded(color, 0.16), this::paintDots);
      case FULL -> grow(face, jaw(0.1));
      case LONG -> grow(face, jaw(0.42));
      case GOATEE -> {
        grow(face, chinTuft());
        grow(face, moustache());
      }
      case MOUSTACHE -> grow(face, moustache());
    }
  }

  private void grow(Brush face, Shape shape) {
    face.softLine(shape, 0.1, Tones.faded(color, 0.5));
    face.within(shape, Tones.faded(color, 0.82), this::paintHairs);
  }

  private void paintHairs(Brush shape) {
    Dice dice = Dice.of(seed, "beard hairs");
    for (int i = 0; i < 1200; i++) {
      double x = dice.between(-1.1, 1.1);
      double y = dice.between(skull.nose(), skull.chin() + 0.45);
      Color tone =
          dice.chance(0.5) ? Tones.lighter(color, dice.between(0, 0.3)) : Tones.darker(color, 0.36);
      shape.line(
          Curve.from(x, y).to(x + 0.04 * x, y + 0.04).to(x + 0.02 * x, y + 0.1).open(),
          0.011,
          Tones.faded(tone, 0.6));
    }
  }

  private void paintDots(Brush shape) {
    Dice dice = Dice.of(seed, "beard dots");
    for (int i = 0; i < 1300; i++) {
      double x = dice.between(-1, 1);
      double y = dice.between(skull.nose(), skull.chin());
      shape.oval(x, y, 0.007, 0.007, Tones.faded(color, 0.5));
    }
  }

  private Shape jaw(double below) {
    double width = skull.width();
    double chin = skull.chin();
    double top = skull.nose() + 0.1;
    return Curve.from(0, top)
        .to(0.3, skull.mouth() - 0.1)
        .to(0.5 * width, 0.62 * chin)
        .to(0.76 * width, 0.42 * chin)
        .to(0.93 * width, 0.08)
        .to(width * 1.01, 0.12)
        .to(0.56 * width + 0.46 * skull.jaw(), 0.36 * chin)
        .to(skull.jaw() + 0.4 * below, 0.64 * chin)
        .to(0.42 * skull.jaw() + 0.58 * skull.chinWidth() + 0.5 * below, 0.86 * chin)
        .to(skull.chinWidth() + 0.4 * below, chin - 0.03 + below)
        .to(0, chin + below)
        .mirrored();
  }

  private Shape chinTuft() {
    double top = skull.mouth() + 0.14;
    return Curve.from(0, top)
        .to(0.16, top + 0.04)
        .to(0.26, 0.9 * skull.chin())
        .to(0.16, skull.chin() + 0.04)
        .to(0, skull.chin() + 0.1)
        .mirrored();
  }

  private Shape moustache() {
    double top = skull.nose() + 0.09;
    double low = skull.mouth();
    return Curve.from(0, top + 0.02)
        .to(0.12, top)
        .to(0.3, low - 0.06)
        .to(0.38, low - 0.01)
        .to(0.28, low - 0.01)
        .to(0.12, low - 0.05)
        .to(0, low - 0.05)
        .mirrored();
  }
}
