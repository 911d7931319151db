package dev.riderphotos.portraits;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** The lines around an open eye; the outer corner is lifted by the slant, the inner one lowered. */
record Lids(double x, double width, double open, double slant) {
  private static final double UPPER = -1.3;
  private static final double LOWER = 1.12;

  Path2D upper() {
    return arc(open * UPPER);
  }

  Path2D lower() {
    return arc(open * LOWER);
  }

  /** What can be seen of the eyeball. */
  Shape almond() {
    Path2D path = upper();
    double y = open * LOWER;
    path.curveTo(x + 0.5 * width, y, x - 0.5 * width, y, x - width, slant * 0.6);
    path.closePath();
    return path;
  }

  Shape crease() {
    Path2D path = arc((open + 0.03) * -1.5);
    path.transform(AffineTransform.getTranslateInstance(0, -0.018));
    return path;
  }

  Shape bag() {
    return Curve.from(x - 0.8 * width, open + 0.05)
        .to(x, open + 0.1)
        .to(x + 0.8 * width, open + 0.04)
        .open();
  }

  /** A hair of the upper lid, at a share of the way from its middle to its outer corner. */
  Shape lash(double share) {
    double root = x + width * share;
    double y = -slant * share - open * (1 - share * share * 0.85);
    return Curve.from(root, y).to(root + 0.02, y - 0.025).to(root + 0.05, y - 0.05).open();
  }

  private Path2D arc(double y) {
    Path2D path = new Path2D.Double();
    path.moveTo(x - width, slant * 0.6);
    path.curveTo(x - 0.5 * width, y, x + 0.5 * width, y, x + width, -slant);
    return path;
  }
}
