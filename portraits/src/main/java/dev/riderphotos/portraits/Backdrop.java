package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Rectangle;

/** The wall behind the sitters, out of focus. */
record Backdrop(Color top, Color bottom, long take) {
  static Backdrop of(long take) {
    Dice dice = Dice.of(take, "backdrop");
    double hue = dice.between(0, 1);
    double saturation = dice.between(0.06, 0.34);
    return new Backdrop(
        Tones.hsb(hue, saturation, dice.between(0.55, 0.9)),
        Tones.hsb(hue + dice.between(-0.12, 0.12), saturation, dice.between(0.3, 0.65)),
        take);
  }

  void paint(Brush wall, int width, int height) {
    wall.fill(
        new Rectangle(width, height), new GradientPaint(0, 0, top, width * 0.3f, height, bottom));
    Dice dice = Dice.of(take, "lights");
    for (int i = 0; i < 9; i++) {
      double radius = dice.between(0.08, 0.3) * height;
      Color light = Tones.mix(Tones.lighter(top, 0.4), bottom, dice.between(0, 1));
      wall.glow(
          dice.between(0, width), dice.between(0, height), radius, radius, Tones.faded(light, 0.4));
    }
  }
}
