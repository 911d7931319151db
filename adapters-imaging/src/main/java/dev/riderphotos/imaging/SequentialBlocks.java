package dev.riderphotos.imaging;

import java.io.IOException;
import java.util.Arrays;

/** Reads the blocks of a sequential JPEG, each of which comes whole. */
final class SequentialBlocks implements JpegBlocks {
  private static final int SKIP = 15;

  private final JpegBits bits;
  private final JpegHuffman[] dc;
  private final JpegHuffman[] ac;
  private final int[] dcBefore;

  SequentialBlocks(JpegBits bits, JpegScan scan, JpegTables tables) throws IOException {
    this.bits = bits;
    this.dc = new JpegHuffman[scan.parts().size()];
    this.ac = new JpegHuffman[dc.length];
    this.dcBefore = new int[dc.length];
    for (int i = 0; i < dc.length; i++) {
      dc[i] = tables.dc(scan.parts().get(i).dcTable());
      ac[i] = tables.ac(scan.parts().get(i).acTable());
    }
  }

  @Override
  public void read(short[] values, int start, int part) throws IOException {
    dcBefore[part] += bits.signed(dc[part].read(bits) & 15);
    values[start] = (short) dcBefore[part];
    int at = 1;
    while (at < JpegCoefficients.BLOCK) {
      int symbol = ac[part].read(bits);
      int run = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && run != SKIP) {
        return;
      }
      at += run;
      if (size > 0) {
        values[start + within(at)] = (short) bits.signed(size);
      }
      at++;
    }
  }

  private static int within(int at) throws IOException {
    if (at >= JpegCoefficients.BLOCK) {
      throw new IOException("A block that is too long");
    }
    return at;
  }

  @Override
  public void restart() {
    Arrays.fill(dcBefore, 0);
  }
}
