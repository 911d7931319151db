package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** A pair of eyes. */
record Eyes(
    double x, double width, double opening, double slant, Color iris, double lashes, Color lid) {
  private static final Color WHITE = new Color(244, 240, 236);
  private static final Color LASH = new Color(28, 18, 16);
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
    double makeUp = nature.woman() ? dice.between(0.1, 0.55) : 0.12;
    return new Eyes(
        skull.eyes(),
        dice.marked(0.15, 0.25) + (nature.woman() ? 0.01 : 0),
        dice.marked(0.055, 0.13) - 0.02 * nature.age(),
        dice.marked(-0.045, 0.075),
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
    half.glow(x + 0.02, -open - 0.03, width * 1.35, open * 1.3 + 0.05, lid);
    half.within(almond(open), WHITE, inside -> paintBall(inside, side, mood, open));
    half.line(lowerLid(open), 0.012, Tones.faded(skin.shade(), 0.55));
    half.line(crease(open), 0.016, Tones.faded(skin.shade(), 0.6));
    paintLashes(half, open);
    half.softLine(bag(open), 0.07, Tones.faded(skin.shade(), 0.2));
  }

  private void paintBall(Brush inside, int side, Mood mood, double open) {
    double centre = x + side * mood.gaze() * width * 0.5;
    double radius = Math.min(width * 0.5, open * 1.12 + 0.012);
    inside.glow(x - width, 0, width * 0.5, open, Tones.faded(TEAR, 0.9));
    inside.glow(x + width, 0, width * 0.5, open, Tones.faded(TEAR, 0.5));
    paintIris(inside, centre, -0.1 * open, radius);
    inside.softLine(upperLid(open), 0.07, Tones.faded(LASH, 0.35));
    inside.fill(
        Curve.oval(
            centre - side * radius * 0.35, -0.1 * open - radius * 0.4, radius * 0.2, radius * 0.2),
        Tones.faded(Color.WHITE, 0.95));
  }

  private void paintIris(Brush inside, double centre, double y, double radius) {
    inside.oval(centre, y, radius, radius, Tones.darker(iris, 0.55));
    inside.oval(centre, y, radius * 0.88, radius * 0.88, iris);
    inside.glow(centre, y + radius * 0.4, radius * 0.8, radius * 0.5, Tones.lighter(iris, 0.3));
    for (double angle = 0; angle < 6.2; angle += 0.35) {
      Shape streak =
          Curve.from(centre + 0.4 * radius * Math.cos(angle), y + 0.4 * radius * Math.sin(angle))
              .to(centre + 0.82 * radius * Math.cos(angle), y + 0.82 * radius * Math.sin(angle))
              .open();
      inside.line(streak, radius * 0.06, Tones.faded(Tones.darker(iris, 0.4), 0.5));
    }
    inside.oval(centre, y, radius * 0.42, radius * 0.42, new Color(12, 8, 8));
  }

  private void paintLashes(Brush half, double open) {
    half.line(upperLid(open), 0.018 + 0.014 * lashes, Tones.faded(LASH, 0.9));
    for (double at = 0.1; at < 0.75 * lashes; at += 0.11) {
      double root = x + width * at;
      double rootY = cornerY() * at - open * (1 - at * at * 0.85);
      half.line(
          Curve.from(root, rootY)
              .to(root + 0.02, rootY - 0.025)
              .to(root + 0.05, rootY - 0.05)
              .open(),
          0.009,
          LASH);
    }
  }

  private Path2D almond(double open) {
    Path2D path = upperLid(open);
    path.append(reversedLowerLid(open), true);
    path.closePath();
    return path;
  }

  private Path2D upperLid(double open) {
    return lid(open, -1.3);
  }

  private Path2D lowerLid(double open) {
    return lid(open, 1.12);
  }

  private Path2D crease(double open) {
    Path2D path = lid(open + 0.03, -1.5);
    path.transform(AffineTransform.getTranslateInstance(0, -0.018));
    return path;
  }

  private Shape bag(double open) {
    return Curve.from(x - 0.8 * width, open + 0.05)
        .to(x, open + 0.1)
        .to(x + 0.8 * width, open + 0.04)
        .open();
  }

  private Path2D lid(double open, double bulge) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - width, -cornerY() * 0.6);
    path.curveTo(
        x - 0.5 * width, bulge * open, x + 0.5 * width, bulge * open, x + width, cornerY());
    return path;
  }

  private Path2D reversedLowerLid(double open) {
    Path2D path = new Path2D.Double();
    path.moveTo(x + width, cornerY());
    path.curveTo(
        x + 0.5 * width, 1.12 * open, x - 0.5 * width, 1.12 * open, x - width, -cornerY() * 0.6);
    return path;
  }

  private double cornerY() {
    return -slant;
  }
}
