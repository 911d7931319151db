package dev.riderphotos.portraits;

import java.awt.Color;
import java.util.List;

/** A nose: mostly relief, with nostrils and wings drawn in. */
record Nose(double y, double width, double bridge, double tip, double upturn) {
  static Nose of(Person person, Nature nature, Skull skull) {
    Dice dice = Dice.of(person.seed(), "nose");
    return new Nose(
        skull.nose(),
        dice.marked(0.14, 0.4) - (nature.woman() ? 0.01 : 0),
        dice.marked(0.06, 0.15),
        dice.marked(0.1, 0.22),
        dice.marked(0, 0.06));
  }

  List<Bump> bumps() {
    return List.of(
        new Bump(0, 0.1, bridge * 1.1, 0.34, 0.12),
        new Bump(0, y - 0.18, bridge * 1.3, 0.24, 0.1),
        new Bump(0, y - 0.08, tip, 0.14, 0.17),
        new Bump(width * 0.78, y - 0.03, 0.1, 0.1, 0.08),
        new Bump(width + 0.1, y, 0.1, 0.16, -0.025));
  }

  void paint(Brush face, Skin skin) {
    face.glow(0, y + 0.08, width * 1.3, 0.09, Tones.faded(skin.shade(), 0.38));
    face.softLine(
        Curve.from(-width * 0.5, y + 0.005).to(0, y + 0.045).to(width * 0.5, y + 0.005).open(),
        0.035,
        Tones.faded(skin.shade(), 0.6));
    face.bothSides((half, side) -> paintWing(half, skin));
    face.glow(0, y - 0.11, tip * 0.55, 0.07, Tones.faded(skin.shine(), 0.5));
  }

  private void paintWing(Brush half, Skin skin) {
    Color dark = Tones.darker(skin.shade(), 0.45);
    half.glow(width * 0.48, y + 0.005 - upturn * 0.3, width * 0.32, 0.035 + upturn * 0.4, dark);
    half.glow(width * 0.48, y + 0.005 - upturn * 0.3, width * 0.24, 0.026 + upturn * 0.4, dark);
    half.softLine(
        Curve.from(width * 0.86, y - 0.14)
            .to(width * 1.02, y - 0.05)
            .to(width * 0.95, y + 0.02)
            .to(width * 0.74, y + 0.03)
            .open(),
        0.028,
        Tones.faded(skin.shade(), 0.55));
    half.softLine(
        Curve.from(0.13, -0.12).to(bridge * 1.25, 0.1).to(bridge * 1.6, y * 0.6).open(),
        0.08,
        Tones.faded(skin.shade(), 0.12));
  }
}
