package dev.riderphotos.engine;

/** A square picture in a network's input, which is written row by row. */
interface InputRows {
  /** The pixels of a row, and the rows. */
  int size();

  /**
   * Sets a row of pixels.
   *
   * @param from where in the arrays its colours of 0 to 255 a channel begin
   */
  void setRow(int y, float[] red, float[] green, float[] blue, int from);
}
