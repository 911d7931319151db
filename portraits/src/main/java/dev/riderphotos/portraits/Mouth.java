package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/** Lips, and in people who grin, teeth. */
record Mouth(double y, double width, double upper, double lower, double grin, Color lips) {
  private static final Color TEETH = new Color(246, 240, 230);
  private static final Color DARK = new Color(70, 18, 20);

  static Mouth of(Person person, Nature nature, Skull skull, Skin skin) {
    Dice dice = Dice.of(person.seed(), "mouth");
    double fullness = nature.woman() ? 1.2 : 0.95;
    return new Mouth(
        skull.mouth(),
        dice.marked(0.23, 0.5),
        fullness * dice.marked(0.02, 0.105),
        fullness * dice.marked(0.04, 0.15),
        dice.chance(0.35) ? dice.between(0.04, 0.085) : 0,
        skin.lips());
  }

  List<Bump> bumps(Skull skull) {
    return List.of(
        new Bump(0, y, width * 1.2, 0.22, 0.07),
        new Bump(0, y - upper, width * 0.7, 0.05, 0.02),
        new Bump(0, y + lower * 0.6 + grin, width * 0.7, 0.07, 0.04),
        new Bump(0, y + lower + grin + 0.1, width * 0.7, 0.06, -0.03),
        new Bump(0, skull.chin() - 0.17, 0.22, 0.15, 0.08));
  }

  void paint(Brush face, Mood mood, Skin skin) {
    double half = width * (1 + 0.1 * mood.smile());
    double lift = 0.035 + 0.055 * mood.smile() + 0.4 * grin;
    face.within(upperLip(half, lift), Tones.darker(lips, 0.12), this::shadeUpperLip);
    face.within(lowerLip(half, lift), lips, this::shadeLowerLip);
    if (grin > 0) {
      face.within(gap(half * 0.86, lift * 0.86), DARK, this::paintTeeth);
    } else {
      face.line(slit(half, lift), 0.014, Tones.faded(Tones.mix(lips, DARK, 0.75), 0.9));
    }
    paintSurroundings(face, half, lift, skin);
  }

  private void shadeUpperLip(Brush lip) {
    lip.glow(
        0, y - upper * 0.6, width * 0.6, upper * 0.6, Tones.faded(Tones.lighter(lips, 0.3), 0.35));
  }

  private void shadeLowerLip(Brush lip) {
    lip.glow(0, bottom() - lower * 0.45, width * 0.55, lower * 0.4, Tones.faded(Color.WHITE, 0.38));
    lip.glow(0, bottom(), width * 0.8, lower * 0.35, Tones.faded(DARK, 0.3));
  }

  private void paintTeeth(Brush opening) {
    opening.oval(0, y - 0.05, width * 0.72, grin + 0.035, TEETH);
    for (double x = -0.3; x <= 0.31; x += 0.075) {
      opening.line(
          Curve.from(x, y - 0.06).to(x, y + grin).open(),
          0.006,
          Tones.faded(new Color(150, 130, 120), 0.4));
    }
    opening.glow(-width * 0.8, y, width * 0.4, 0.1, Tones.faded(DARK, 0.7));
    opening.glow(width * 0.8, y, width * 0.4, 0.1, Tones.faded(DARK, 0.7));
  }

  private void paintSurroundings(Brush face, double half, double lift, Skin skin) {
    Color shade = skin.shade();
    face.glow(0, bottom() + 0.06, width * 0.6, 0.05, Tones.faded(shade, 0.35));
    face.bothSides(
        (cheek, side) -> {
          cheek.glow(half, y - lift, 0.05, 0.045, Tones.faded(shade, 0.5));
          cheek.line(
              Curve.from(0.035, y - upper - 0.15).to(0.05, y - upper - 0.03).open(),
              0.02,
              Tones.faded(shade, 0.1));
        });
  }

  private Shape upperLip(double half, double lift) {
    return Curve.from(-half, y - lift)
        .to(-half * 0.5, y - upper * 0.75)
        .to(-half * 0.16, y - upper - 0.012)
        .to(0, y - upper * 0.8)
        .to(half * 0.16, y - upper - 0.012)
        .to(half * 0.5, y - upper * 0.75)
        .to(half, y - lift)
        .to(half * 0.5, y + 0.012)
        .to(0, y + 0.02)
        .to(-half * 0.5, y + 0.012)
        .closed();
  }

  private Shape lowerLip(double half, double lift) {
    return Curve.from(-half * 0.95, y - lift)
        .to(-half * 0.5, y)
        .to(0, y + 0.01)
        .to(half * 0.5, y)
        .to(half * 0.95, y - lift)
        .to(half * 0.55, bottom() - lower * 0.3)
        .to(0, bottom())
        .to(-half * 0.55, bottom() - lower * 0.3)
        .closed();
  }

  private Path2D gap(double half, double lift) {
    return Curve.from(-half, y - lift)
        .to(-half * 0.5, y - 0.01)
        .to(0, y)
        .to(half * 0.5, y - 0.01)
        .to(half, y - lift)
        .to(half * 0.55, y + grin * 0.75)
        .to(0, y + grin)
        .to(-half * 0.55, y + grin * 0.75)
        .closed();
  }

  private Shape slit(double half, double lift) {
    return Curve.from(-half, y - lift)
        .to(-half * 0.5, y + 0.006)
        .to(0, y + 0.012)
        .to(half * 0.5, y + 0.006)
        .to(half, y - lift)
        .open();
  }

  private double bottom() {
    return y + grin + lower;
  }
}
