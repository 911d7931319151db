package dev.riderphotos.engine;

/**
 * A place in a picture.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge, downwards
 */
public record Point(float x, float y) {
  public double distance(Point other) {
    return Math.hypot(x - other.x, y - other.y);
  }

  static Point between(Point one, Point other) {
    return new Point((one.x + other.x) / 2, (one.y + other.y) / 2);
  }
}
