package dev.riderphotos.portraits;

import java.awt.Color;

/** Arithmetic with colours. */
final class Tones {
  private Tones() {}

  static Color mix(Color from, Color to, double share) {
    return new Color(
        between(from.getRed(), to.getRed(), share),
        between(from.getGreen(), to.getGreen(), share),
        between(from.getBlue(), to.getBlue(), share));
  }

  static Color darker(Color color, double share) {
    return mix(color, Color.BLACK, share);
  }

  static Color lighter(Color color, double share) {
    return mix(color, Color.WHITE, share);
  }

  static Color faded(Color color, double opacity) {
    int alpha = (int) Math.round(Math.clamp(opacity, 0, 1) * color.getAlpha());
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  static Color hsb(double hue, double saturation, double brightness) {
    return Color.getHSBColor((float) hue, (float) saturation, (float) brightness);
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * Math.clamp(share, 0, 1));
  }
}
