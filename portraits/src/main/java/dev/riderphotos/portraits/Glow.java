package dev.riderphotos.portraits;

import java.awt.Color;
import java.awt.MultipleGradientPaint.ColorSpaceType;
import java.awt.MultipleGradientPaint.CycleMethod;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/** A colour that fades out from the middle of an oval to its rim, much as a bell curve does. */
final class Glow {
  private static final float[] STOPS = {0f, 0.35f, 0.7f, 1f};
  private static final double[] OPACITY = {1, 0.62, 0.16, 0};

  private Glow() {}

  static Paint within(double x, double y, double radiusX, double radiusY, Color color) {
    AffineTransform oval = AffineTransform.getTranslateInstance(x, y);
    oval.scale(radiusX, radiusY);
    Point2D centre = new Point2D.Float();
    return new RadialGradientPaint(
        centre, 1, centre, STOPS, fading(color), CycleMethod.NO_CYCLE, ColorSpaceType.SRGB, oval);
  }

  private static Color[] fading(Color color) {
    Color[] colors = new Color[OPACITY.length];
    for (int i = 0; i < colors.length; i++) {
      colors[i] = Tones.faded(color, OPACITY[i]);
    }
    return colors;
  }
}
