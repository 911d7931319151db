package dev.riderphotos.imaging;

import java.io.IOException;
import java.util.Arrays;

/** The means of blocks, or one more bit of each. */
final class ProgressiveDc implements JpegBlocks {
  private final JpegBits bits;
  private final JpegHuffman[] tables;
  private final int low;
  private final int[] before;

  ProgressiveDc(JpegBits bits, JpegScan scan, JpegTables tables) throws IOException {
    this.bits = bits;
    this.low = scan.low();
    this.before = new int[scan.parts().size()];
    this.tables = new JpegHuffman[scan.refines() ? 0 : before.length];
    for (int i = 0; i < this.tables.length; i++) {
      this.tables[i] = tables.dc(scan.parts().get(i).dcTable());
    }
  }

  @Override
  public void read(short[] values, int start, int part) throws IOException {
    if (tables.length == 0) {
      values[start] = (short) (values[start] | bits.read(1) << low);
    } else {
      before[part] += bits.signed(tables[part].read(bits) & 15);
      values[start] = (short) (before[part] << low);
    }
  }

  @Override
  public void restart() {
    Arrays.fill(before, 0);
  }
}
