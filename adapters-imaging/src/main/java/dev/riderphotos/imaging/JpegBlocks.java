package dev.riderphotos.imaging;

import java.io.IOException;

/** How a scan's bits make the coefficients of one block. */
interface JpegBlocks {
  /**
   * Reads one block.
   *
   * @param values of all blocks
   * @param start where this one's begin
   * @param part which of the scan's components it is of
   */
  void read(short[] values, int start, int part) throws IOException;

  /** Forgets what earlier blocks had to do with later ones. */
  void restart();
}
