package dev.riderphotos.engine;

/**
 * An upright rectangle in a picture, in pixels.
 *
 * @param x the left edge
 * @param y the top edge
 * @param width to the right, not negative
 * @param height downwards, not negative
 */
public record Box(float x, float y, float width, float height) {
  public float right() {
    return x + width;
  }

  public float bottom() {
    return y + height;
  }

  public float area() {
    return width * height;
  }

  /** The part that lies within a picture of this size; of no area if there is none. */
  public Box within(int pictureWidth, int pictureHeight) {
    float left = Math.clamp(x, 0, pictureWidth);
    float top = Math.clamp(y, 0, pictureHeight);
    float right = Math.clamp(right(), left, pictureWidth);
    float bottom = Math.clamp(bottom(), top, pictureHeight);
    return new Box(left, top, right - left, bottom - top);
  }

  /** Intersection over union: 0 for boxes that do not touch, 1 for equal ones. */
  public float overlap(Box other) {
    float width = Math.min(right(), other.right()) - Math.max(x, other.x);
    float height = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    float shared = width * height;
    return shared / (area() + other.area() - shared);
  }
}
