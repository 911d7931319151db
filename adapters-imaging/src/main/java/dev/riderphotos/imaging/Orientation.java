package dev.riderphotos.imaging;

import java.awt.Rectangle;

/**
 * How the rows and columns of a stored image lie in the upright one: EXIF's eight, in its order.
 */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  NEEDS_RIGHT_TURN(true, true, false),
  TRANSVERSED(true, true, true),
  NEEDS_LEFT_TURN(true, false, true);

  private final boolean swapsSides;
  private final boolean mirrors;
  private final boolean flips;

  /**
   * @param swapsSides rows become columns, first of all
   * @param mirrors then left becomes right
   * @param flips then top becomes bottom
   */
  Orientation(boolean swapsSides, boolean mirrors, boolean flips) {
    this.swapsSides = swapsSides;
    this.mirrors = mirrors;
    this.flips = flips;
  }

  /** What EXIF means by the number; upright if it means nothing. */
  static Orientation ofExif(int number) {
    return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
  }

  /** Computes the width of the upright image. */
  int width(int storedWidth, int storedHeight) {
    return swapsSides ? storedHeight : storedWidth;
  }

  /** Computes the height of the upright image. */
  int height(int storedWidth, int storedHeight) {
    return swapsSides ? storedWidth : storedHeight;
  }

  /**
   * Where an area of the upright image lies in the stored one.
   *
   * @param whole the stored image
   */
  Rectangle stored(Rectangle area, Rectangle whole) {
    Rectangle unturned = turned(area, width(whole.width, whole.height), height(whole));
    return swapsSides ? swapped(unturned) : unturned;
  }

  /** Where an area of the stored image lies in the upright one. */
  Rectangle upright(Rectangle area, Rectangle whole) {
    Rectangle laid = swapsSides ? swapped(area) : area;
    return turned(laid, width(whole.width, whole.height), height(whole));
  }

  private int height(Rectangle whole) {
    return height(whole.width, whole.height);
  }

  private Rectangle turned(Rectangle area, int width, int height) {
    return new Rectangle(
        mirrors ? width - area.x - area.width : area.x,
        flips ? height - area.y - area.height : area.y,
        area.width,
        area.height);
  }

  private static Rectangle swapped(Rectangle area) {
    return new Rectangle(area.y, area.x, area.height, area.width);
  }

  /** The same array if nothing is to be done, else a new one. */
  byte[] upright(byte[] bgr, int storedWidth, int storedHeight) {
    if (this == UPRIGHT) {
      return bgr;
    }
    int width = width(storedWidth, storedHeight);
    int column = mirrors ? -1 : 1;
    int row = flips ? -width : width;
    int start = (mirrors ? width - 1 : 0) + (flips ? bgr.length / 3 - width : 0);
    Turn turn = swapsSides ? new Turn(start, row, column) : new Turn(start, column, row);
    return turn.of(bgr, storedWidth, storedHeight);
  }
}
