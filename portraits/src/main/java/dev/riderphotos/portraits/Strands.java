package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.PathIterator;

/** The single hairs that make a painted shape look like hair. */
final class Strands {
  private static final Color SHADOW = new Color(0, 0, 0, 70);

  private final Hair hair;
  private final Skull skull;
  private final Color base;
  private final Dice dice;

  Strands(Hair hair, Color base) {
    this.hair = hair;
    this.skull = hair.skull();
    this.base = base;
    this.dice = Dice.of(hair.seed(), "strands");
  }

  void paint(Brush shape) {
    switch (hair.style().texture()) {
      case NONE -> {}
      case STUBBLE -> dots(shape);
      case STRAIGHT -> fall(shape, 0.015);
      case WAVY -> fall(shape, 0.09);
      case CURLY -> curl(shape);
    }
    sheen(shape);
  }

  /** Curls make an outline bumpy, straight hair makes it soft. */
  void paintFringes(Brush head, Shape shape) {
    if (hair.style().texture() == HairStyle.Texture.CURLY) {
      paintCurls(head, shape);
    } else {
      head.softLine(shape, 0.07, Tones.faded(base, 0.8));
    }
  }

  private void paintCurls(Brush head, Shape shape) {
    double[] at = new double[6];
    PathIterator points = new FlatteningPathIterator(shape.getPathIterator(null), 0.01);
    for (; !points.isDone(); points.next()) {
      points.currentSegment(at);
      double radius = dice.between(0.04, 0.09);
      head.oval(at[0], at[1], radius, radius, base);
    }
  }

  /** Hair that is tied into a ball. */
  void wind(Brush bun, double y) {
    for (int i = 0; i < 70; i++) {
      double at = y + dice.between(-0.3, 0.4);
      Shape turn = Curve.from(-0.38, at).to(0, at - 0.12).to(0.38, at).open();
      bun.line(turn, dice.between(0.008, 0.022), tone(0.3));
    }
    bun.glow(-0.1, y - 0.14, 0.2, 0.1, Tones.faded(Tones.lighter(base, 0.5), 0.3));
    bun.glow(0, y + 0.34, 0.4, 0.24, SHADOW);
  }

  private void fall(Brush shape, double wave) {
    double part = dice.between(-0.35, 0.35);
    for (int i = 0; i < 260; i++) {
      double to = dice.between(-1, 1);
      shape.line(strand(part + 0.15 * to, to, wave), dice.between(0.008, 0.022), tone(0.3));
    }
  }

  private Shape strand(double from, double to, double wave) {
    double side = (skull.width() + hair.style().sides() * hair.volume()) * to;
    double top = skull.crown() - hair.style().crown() * hair.volume();
    double end = Math.max(hair.style().sideEnd(), 0.4) + 0.3;
    double sway = wave * dice.between(-1, 1);
    return Curve.from(from, top + 0.02)
        .to(side * 0.7, 0.7 * top - 0.09)
        .to(side * 0.94, 0.38 * top - 0.19)
        .to(side + sway, -0.2)
        .to(side * 1.03 - sway, 0.3 * end)
        .to(side + sway, 0.7 * end)
        .to(side - sway, end + 0.5)
        .open();
  }

  private void curl(Brush shape) {
    for (int i = 0; i < 1000; i++) {
      double size = dice.between(0.05, 0.13);
      double x = dice.between(-1.6, 1.6);
      double y = dice.between(skull.crown() - 0.7, Math.max(hair.style().back(), 0.6));
      double start = dice.between(0, 360);
      shape.line(
          new Arc2D.Double(x, y, size, size, start, 230, Arc2D.OPEN),
          dice.between(0.01, 0.022),
          tone(0.34));
    }
  }

  private void dots(Brush shape) {
    for (int i = 0; i < 900; i++) {
      double x = dice.between(-1.2, 1.2);
      double y = dice.between(skull.crown() - 0.1, 0.3);
      shape.oval(x, y, 0.008, 0.008, tone(0.3));
    }
  }

  private void sheen(Brush shape) {
    double top = skull.crown() - hair.style().crown() * hair.volume();
    shape.glow(-0.3, top + 0.34, 0.6, 0.2, Tones.faded(Tones.lighter(base, 0.5), 0.28));
    shape.glow(0, 0.9, 1.1, 1.2, SHADOW);
  }

  private Color tone(double spread) {
    double share = dice.between(-1, 1) * spread;
    Color color = share < 0 ? Tones.darker(base, -share * 1.3) : Tones.lighter(base, share);
    return Tones.faded(color, 0.55);
  }
}
