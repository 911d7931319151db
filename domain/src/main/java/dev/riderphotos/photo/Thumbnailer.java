package dev.riderphotos.photo;

/**
 * Makes small copies of pictures. Keeps nothing, so that a call may be repeated. Faults are {@link
 * dev.riderphotos.BackendException}s; where all happens in memory, there are none.
 */
public interface Thumbnailer {
  /**
   * The picture in its own format, scaled to fit a square of {@code side} pixels, its proportions
   * kept; a picture that fits already keeps its size. Upright, sRGB, and without any metadata.
   */
  Photo thumbnail(Picture picture, int side);

  /** How many pixels a picture's longer side must have for a good thumbnail. */
  static int enough(int side) {
    return 2 * side;
  }
}
