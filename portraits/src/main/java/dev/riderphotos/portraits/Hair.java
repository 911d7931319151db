package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;
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
      double y = skull.crown() - 0.2;
      head.within(Curve.oval(0, y, 0.36, 0.3), color, bun -> new Strands(this, color).wind(bun, y));
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
    return Curve.from(0, top)
        .to(0.38 * side, 0.92 * top - 0.02)
        .to(0.7 * side, 0.7 * top - 0.09)
        .to(side * 0.96, -0.45)
        .to(side * 1.06, 0.3 * end)
        .to(side * 1.08, 0.7 * end)
        .to(side * 0.95, end)
        .to(0.4 * side, end + 0.06)
        .to(0, end)
        .mirrored();
  }

  private Shape upon() {
    double side = skull.width() + style.sides() * volume;
    double top = skull.crown() - style.crown() * volume;
    Curve outline = Curve.from(-side * 0.99, style.sideEnd());
    followCrown(outline, side, top);
    outline.to(side * 0.99, style.sideEnd());
    followForehead(outline, skull.width() - style.curtain());
    return outline.closed();
  }

  private void followCrown(Curve outline, double side, double top) {
    double ear = 0.3 * style.sideEnd() - 0.2;
    outline
        .to(-side * 1.03, ear)
        .to(-side * 0.92, 0.38 * top - 0.19)
        .to(-side * 0.7, 0.7 * top - 0.09)
        .to(-side * 0.38, 0.92 * top - 0.02)
        .to(0, top)
        .to(side * 0.38, 0.92 * top - 0.02)
        .to(side * 0.7, 0.7 * top - 0.09)
        .to(side * 0.92, 0.38 * top - 0.19)
        .to(side * 1.03, ear);
  }

  private void followForehead(Curve outline, double inner) {
    double end = style.sideEnd();
    double brow = skull.forehead();
    HairStyle.Hairline line = style.hairline();
    outline
        .to(inner, end)
        .to(inner + 0.02, 0.25 * end - 0.1)
        .to(brow * 0.86, line.right() + forehead)
        .to(brow * 0.45, line.midRight() + forehead)
        .to(0, line.middle() + forehead)
        .to(-brow * 0.45, line.midLeft() + forehead)
        .to(-brow * 0.86, line.left() + forehead)
        .to(-inner - 0.02, 0.25 * end - 0.1)
        .to(-inner, end);
  }
}
