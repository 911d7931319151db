package dev.riderphotos.portraits;

import java.awt.Color;
import java.util.List;

/** A pair of eyes. */
record Eyes(
    double x, double width, double opening, double slant, Color iris, double lashes, Color lid) {
  private static final Color WHITE = new Color(244, 240, 236);
  private static final Color LASH = new Color(28, 18, 16);
  private static final Color PUPIL = new Color(12, 8, 8);
  private static final Color GLINT = new Color(255, 255, 255, 242);
  private static final Color TEAR = new Color(214, 140, 130);
  private static final List<Color> IRISES =
      List.of(
          new Color(58, 34, 20),
          new Color(84, 52, 28),
          new Color(110, 78, 40),
          new Color(84, 104, 62),
          new Color(84, 124, 156),
          new Color(120, 140, 150));

  static Eyes of(Person person, Nature nature, Skin skin, Skull skull) {
    Dice dice = Dice.of(person.seed(), "eyes");
    Color iris = dice.oneOf(skin.light() ? IRISES : IRISES.subList(0, 3));
    double makeUp = nature.woman() ? dice.marked(0.08, 0.75) : dice.between(0.05, 0.25);
    return new Eyes(
        skull.eyes(),
        dice.marked(0.14, 0.26) + (nature.woman() ? 0.01 : 0),
        dice.marked(0.055, 0.13) + 0.01 - 0.035 * nature.age(),
        dice.marked(-0.065, 0.1),
        iris,
        nature.woman() ? dice.between(0.5, 1) : 0.2,
        Tones.faded(Tones.mix(skin.shade(), new Color(70, 50, 80), makeUp), 0.25 + 0.6 * makeUp));
  }

  List<Bump> bumps() {
    return List.of(new Bump(x, 0.02, 0.3, 0.17, -0.13), new Bump(x, -0.01, 0.17, 0.11, 0.055));
  }

  void paint(Brush face, Mood mood, Skin skin) {
    face.bothSides((half, side) -> paintOne(half, side, mood, skin));
  }

  private void paintOne(Brush half, int side, Mood mood, Skin skin) {
    double open = opening * (1 + mood.lids()) * (1 - 0.12 * mood.smile());
    Lids lids = new Lids(x, width, open, slant);
    half.glow(x + 0.02, -open - 0.03, width * 1.35, open * 1.3 + 0.05, lid);
    half.within(lids.almond(), WHITE, inside -> paintBall(inside, side, mood, lids));
    half.line(lids.lower(), 0.012, Tones.faded(skin.shade(), 0.55));
    half.line(lids.crease(), 0.016, Tones.faded(skin.shade(), 0.6));
    paintLashes(half, lids);
    half.softLine(lids.bag(), 0.07, Tones.faded(skin.shade(), 0.2));
  }

  private void paintBall(Brush inside, int side, Mood mood, Lids lids) {
    double open = lids.open();
    double centre = x + side * mood.gaze() * width * 0.5;
    double radius = Math.min(width * 0.5, open * 1.12 + 0.012);
    inside.glow(x - width, 0, width * 0.5, open, Tones.faded(TEAR, 0.9));
    inside.glow(x + width, 0, width * 0.5, open, Tones.faded(TEAR, 0.5));
    paintIris(inside, centre, -0.1 * open, radius);
    inside.softLine(lids.upper(), 0.07, Tones.faded(LASH, 0.35));
    double glint = radius * 0.2;
    inside.oval(centre - side * radius * 0.35, -0.1 * open - 2 * glint, glint, glint, GLINT);
  }

  private void paintIris(Brush inside, double centre, double y, double radius) {
    inside.oval(centre, y, radius, radius, Tones.darker(iris, 0.55));
    inside.oval(centre, y, radius * 0.88, radius * 0.88, iris);
    inside.glow(centre, y + radius * 0.4, radius * 0.8, radius * 0.5, Tones.lighter(iris, 0.3));
    Color streak = Tones.faded(Tones.darker(iris, 0.4), 0.5);
    for (double angle = 0; angle < 6.2; angle += 0.35) {
      double dx = radius * Math.cos(angle);
      double dy = radius * Math.sin(angle);
      Curve ray = Curve.from(centre + 0.4 * dx, y + 0.4 * dy).to(centre + 0.82 * dx, y + 0.82 * dy);
      inside.line(ray.open(), radius * 0.06, streak);
    }
    inside.oval(centre, y, radius * 0.42, radius * 0.42, PUPIL);
  }

  private void paintLashes(Brush half, Lids lids) {
    half.line(lids.upper(), 0.018 + 0.014 * lashes, Tones.faded(LASH, 0.9));
    for (double share = 0.1; share < 0.75 * lashes; share += 0.11) {
      half.line(lids.lash(share), 0.009, LASH);
    }
  }
}
