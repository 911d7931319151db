package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.List;

/** The hair of a head, in two parts: what lies behind the head and what lies upon it. */
record Hair(HairStyle style, Color color, double volume, double forehead, Skull skull, int seed) {
  private static final List<Color> DARK =
      List.of(new Color(26, 20, 20), new Color(42, 28, 22), new Color(66, 42, 28));
  private static final List<Color> ANY =
      List.of(
          new Color(28, 22, 22),
          new Color(60, 38, 26),
          new Color(104, 66, 40),
          new Color(146, 74, 36),
          new Color(176, 128, 72),
          new Color(214, 176, 112));
  private static final List<Color> GREY =
      List.of(new Color(150, 148, 148), new Color(204, 202, 200), new Color(110, 106, 106));

  static Hair of(Person person, Nature nature, Skin skin, Skull skull) {
    Dice dice = Dice.of(person.seed(), "hair");
    List<Color> colors = nature.old() ? GREY : skin.light() ? ANY : DARK;
    return new Hair(
        HairStyle.of(dice, nature),
        dice.oneOf(colors),
        dice.between(0.8, 1.25),
        dice.between(-0.06, 0.06),
        skull,
        person.seed());
  }

  void paintBehind(Brush head) {
    if (style.bun()) {
      paintPart(head, Curves.ellipse(0, skull.crown() - 0.2, 0.36, 0.3), color);
    }
    if (style.back() > 0) {
      paintPart(head, behind(), Tones.darker(color, 0.3));
    }
  }

  void paintUpon(Brush head) {
    if (style.texture() == HairStyle.Texture.NONE) {
      return;
    }
    head.glow(
        0, style.hairline().middle() + forehead, skull.width(), 0.28, new Color(40, 14, 8, 80));
    paintPart(head, upon(), color);
  }

  private void paintPart(Brush head, Shape shape, Color base) {
    Strands strands = new Strands(this, base);
    if (style.texture() == HairStyle.Texture.STUBBLE) {
      head.within(shape, Tones.faded(base, 0.62), strands::paint);
      return;
    }
    strands.paintFringes(head, shape);
    head.within(shape, base, strands::paint);
  }

  private Shape behind() {
    double side = skull.width() + style.sides() * volume;
    double top = skull.crown() - style.crown() * volume * 0.8;
    double end = style.back();
    return Curves.symmetric(
        0,
        top,
        0.38 * side,
        0.92 * top - 0.02,
        0.7 * side,
        0.7 * top - 0.09,
        side * 0.96,
        -0.45,
        side * 1.06,
        0.3 * end,
        side * 1.08,
        0.7 * end,
        side * 0.95,
        end,
        0.4 * side,
        end + 0.06,
        0,
        end);
  }

  private Path2D upon() {
    double side = skull.width() + style.sides() * volume;
    double top = skull.crown() - style.crown() * volume;
    double end = style.sideEnd();
    double inner = skull.width() - style.curtain();
    double brow = skull.forehead();
    HairStyle.Hairline line = style.hairline();
    return Curves.closed(
        -side * 0.99,
        end,
        -side * 1.03,
        0.3 * end - 0.2,
        -side * 0.92,
        0.38 * top - 0.19,
        -side * 0.7,
        0.7 * top - 0.09,
        -side * 0.38,
        0.92 * top - 0.02,
        0,
        top,
        side * 0.38,
        0.92 * top - 0.02,
        side * 0.7,
        0.7 * top - 0.09,
        side * 0.92,
        0.38 * top - 0.19,
        side * 1.03,
        0.3 * end - 0.2,
        side * 0.99,
        end,
        inner,
        end,
        inner + 0.02,
        0.25 * end - 0.1,
        brow * 0.86,
        line.right() + forehead,
        brow * 0.45,
        line.midRight() + forehead,
        0,
        line.middle() + forehead,
        -brow * 0.45,
        line.midLeft() + forehead,
        -brow * 0.86,
        line.left() + forehead,
        -inner - 0.02,
        0.25 * end - 0.1,
        -inner,
        end);
  }
}
