package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.geom.Path2D;

/** The neck, and as much of the chest as the clothes leave open. */
record Neck(Skull skull, Skin skin) {
  private static final Color NIGHT = new Color(0, 0, 0, 70);

  void paint(Brush body, Path2D opening) {
    Path2D bare = throat();
    bare.append(opening, false);
    body.within(bare, skin.base(), this::shade);
  }

  private void shade(Brush bare) {
    double chin = skull.chin();
    double base = skull.collar();
    bare.glow(0, chin - 0.05, 1.1, 0.6, Tones.faded(skin.shade(), 0.85));
    bare.glow(0, chin - 0.1, 0.8, 0.3, NIGHT);
    bare.bothSides(
        (half, side) -> {
          half.glow(0.72, chin, 0.36, 1, Tones.faded(skin.shade(), 0.5));
          half.softLine(
              Curve.from(0.08, base + 0.22).to(0.3, base + 0.12).to(0.6, base + 0.08).open(),
              0.12,
              Tones.faded(skin.shade(), 0.25));
        });
  }

  private Path2D throat() {
    double half = Math.min(0.5 * skull.jaw() + 0.12, 0.54);
    double base = skull.collar();
    return Curve.from(0, 0.5)
        .to(half, 0.55)
        .to(half, base - 0.35)
        .to(half * 0.98, base - 0.1)
        .to(0, base)
        .mirrored();
  }
}
