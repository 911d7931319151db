package dev.riderphotos.imaging;

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
