package dev.riderphotos.imaging;

import java.io.IOException;

/** A band of the coefficients of blocks, without their last bits. */
final class ProgressiveAc implements JpegBlocks {
  private static final int SKIP = 15;

  private final JpegBits bits;
  private final JpegHuffman table;
  private final JpegScan scan;

  /** How many blocks to come have nothing in this band. */
  private int emptyBlocks;

  ProgressiveAc(JpegBits bits, JpegScan scan, JpegTables tables) throws IOException {
    this.bits = bits;
    this.scan = scan;
    this.table = tables.ac(scan.parts().getFirst().acTable());
  }

  @Override
  public void read(short[] values, int start, int part) throws IOException {
    if (emptyBlocks > 0) {
      emptyBlocks--;
      return;
    }
    int at = scan.first();
    while (at <= scan.last()) {
      int symbol = table.read(bits);
      int run = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && run != SKIP) {
        emptyBlocks = (1 << run) - 1 + bits.read(run);
        return;
      }
      at += run;
      if (size > 0) {
        values[start + within(at)] = (short) (bits.signed(size) << scan.low());
      }
      at++;
    }
  }

  private int within(int at) throws IOException {
    if (at > scan.last()) {
      throw new IOException("A band that is too long");
    }
    return at;
  }

  @Override
  public void restart() {
    emptyBlocks = 0;
  }
}
