package dev.riderphotos.imaging;

import java.io.IOException;

/**
 * One more bit of a band's coefficients: of each that was there already, and those that it makes
 * appear.
 */
final class ProgressiveRefinement implements JpegBlocks {
  private static final int SKIP = 15;

  private final JpegBits bits;
  private final JpegHuffman table;
  private final int first;
  private final int last;
  private final int bit;

  /** How many blocks to come have nothing new in this band. */
  private int emptyBlocks;

  ProgressiveRefinement(JpegBits bits, JpegScan scan, JpegTables tables) throws IOException {
    this.bits = bits;
    this.table = tables.ac(scan.parts().getFirst().acTable());
    this.first = scan.first();
    this.last = scan.last();
    this.bit = 1 << scan.low();
  }

  @Override
  public void read(short[] values, int start, int part) throws IOException {
    int at = start + first;
    int end = start + last + 1;
    while (emptyBlocks == 0 && at < end) {
      at = readNext(values, at, end);
    }
    if (emptyBlocks > 0) {
      refine(values, at, end, Integer.MAX_VALUE);
      emptyBlocks--;
    }
  }

  /** Reads one symbol, and returns where to go on. */
  private int readNext(short[] values, int from, int end) throws IOException {
    int symbol = table.read(bits);
    int run = symbol >> 4;
    if ((symbol & 15) == 0) {
      if (run != SKIP) {
        emptyBlocks = (1 << run) + bits.read(run);
        return from;
      }
      return refine(values, from, end, SKIP) + 1;
    }
    if ((symbol & 15) != 1) {
      throw new IOException("More than one bit");
    }
    int value = bits.read(1) == 1 ? bit : -bit;
    int at = refine(values, from, end, run);
    if (at >= end) {
      throw new IOException("A band that is too long");
    }
    values[at] = (short) value;
    return at + 1;
  }

  /** Passes over so many coefficients that are not there yet; stops at the next such one. */
  private int refine(short[] values, int from, int end, int absent) throws IOException {
    int left = absent;
    int at = from;
    while (at < end && (values[at] != 0 || left-- > 0)) {
      int value = values[at];
      if (value != 0 && bits.read(1) == 1 && (value & bit) == 0) {
        values[at] = (short) (value > 0 ? value + bit : value - bit);
      }
      at++;
    }
    return at;
  }

  @Override
  public void restart() {
    emptyBlocks = 0;
  }
}
