package dev.riderphotos.portraits;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Paints in the measure of a face: the origin lies between the eyes, y goes down, and 1 is half the
 * width of an average head.
 */
final class Brush {
  private static final int SOFT_RINGS = 6;

  private final Graphics2D graphics;
  private final Rectangle canvas;

  private Brush(Graphics2D graphics, Rectangle canvas) {
    this.graphics = graphics;
    this.canvas = canvas;
    smooth(true);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
  }

  static Brush on(BufferedImage picture) {
    Rectangle canvas = new Rectangle(picture.getWidth(), picture.getHeight());
    return new Brush(picture.createGraphics(), canvas);
  }

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  void line(Shape path, double width, Color color) {
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setPaint(color);
    graphics.draw(path);
  }

  void oval(double x, double y, double radiusX, double radiusY, Paint paint) {
    fill(Curve.oval(x, y, radiusX, radiusY), paint);
  }

  /** A line without hard edges. */
  void softLine(Shape path, double width, Color color) {
    for (int ring = SOFT_RINGS; ring > 0; ring--) {
      line(path, width * ring / SOFT_RINGS, Tones.faded(color, 0.24));
    }
  }

  /** A blot that fades out towards its rim. */
  void glow(double x, double y, double radiusX, double radiusY, Color color) {
    // Without a rim there is nothing to smooth, and smoothing is what takes the time.
    smooth(false);
    oval(x, y, radiusX, radiusY, Glow.within(x, y, radiusX, radiusY, color));
    smooth(true);
  }

  void image(BufferedImage picture, AffineTransform place) {
    graphics.drawImage(picture, place, null);
  }

  /** Fills a shape and paints details that end, smoothly, where the shape ends. */
  void within(Shape shape, Paint paint, Consumer<Brush> details) {
    Rectangle area = onCanvas(shape);
    if (area.isEmpty()) {
      return;
    }
    BufferedImage layer = new BufferedImage(area.width, area.height, BufferedImage.TYPE_INT_ARGB);
    Brush inside = over(layer, area);
    inside.fill(shape, paint);
    // A clip would leave jagged edges; painting atop the filled shape keeps its smooth ones.
    inside.graphics.setComposite(AlphaComposite.SrcAtop);
    details.accept(inside);
    inside.graphics.dispose();
    stamp(layer, area);
  }

  /** Paints twice, the second time mirrored; the side is 1, then -1. */
  void bothSides(SidePainting painting) {
    for (int side = 1; side >= -1; side -= 2) {
      painting.paint(moved(AffineTransform.getScaleInstance(side, 1)), side);
    }
  }

  Brush moved(AffineTransform move) {
    Graphics2D copy = (Graphics2D) graphics.create();
    copy.transform(move);
    return new Brush(copy, canvas);
  }

  private void smooth(boolean edges) {
    graphics.setRenderingHint(
        RenderingHints.KEY_ANTIALIASING,
        edges ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
  }

  private Rectangle onCanvas(Shape shape) {
    Rectangle area = graphics.getTransform().createTransformedShape(shape).getBounds();
    area.grow(2, 2);
    return area.intersection(canvas);
  }

  private Brush over(BufferedImage layer, Rectangle area) {
    Brush inside = on(layer);
    inside.graphics.translate(-area.x, -area.y);
    inside.graphics.transform(graphics.getTransform());
    return inside;
  }

  private void stamp(BufferedImage layer, Rectangle area) {
    AffineTransform place = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(layer, area.x, area.y, null);
    graphics.setTransform(place);
  }

  /** What is painted on either side of a face. */
  @FunctionalInterface
  interface SidePainting {
    void paint(Brush half, int side);
  }
}
