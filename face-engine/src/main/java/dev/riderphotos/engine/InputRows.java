package dev.riderphotos.engine;

/** A square picture in a network's input, or the beginning of one, which is written row by row. */
interface InputRows {
  /** The pixels of a row of the square, and its rows. */
  int size();

  /** How many rows are written. */
  int height();

  /** How many pixels of each are written. */
  int width();

  /**
   * Sets a row of pixels.
   *
   * @param from where in the arrays its colours of 0 to 255 a channel begin
   */
  void setRow(int y, float[] red, float[] green, float[] blue, int from);
}
