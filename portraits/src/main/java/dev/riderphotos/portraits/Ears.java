package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.Shape;

/** A pair of ears. */
record Ears(double x, Color skin, Color shade) {
  static Ears of(Skull skull, Skin skin) {
    Color base = Tones.mix(skin.base(), skin.shade(), 0.16);
    return new Ears(skull.width() + 0.03, base, skin.shade());
  }

  void paint(Brush head) {
    head.bothSides((half, side) -> half.within(outline(), skin, this::shadeInside));
  }

  private void shadeInside(Brush ear) {
    ear.softLine(fold(), 0.06, Tones.faded(shade, 0.6));
    ear.glow(x - 0.1, 0.12, 0.12, 0.4, Tones.faded(shade, 0.5));
  }

  private Shape outline() {
    return Curve.from(x - 0.1, -0.05)
        .to(x + 0.03, -0.2)
        .to(x + 0.13, -0.12)
        .to(x + 0.1, 0.16)
        .to(x + 0.02, 0.4)
        .to(x - 0.06, 0.42)
        .closed();
  }

  private Shape fold() {
    return Curve.from(x - 0.02, -0.08)
        .to(x + 0.06, -0.06)
        .to(x + 0.04, 0.16)
        .to(x - 0.02, 0.2)
        .open();
  }
}
