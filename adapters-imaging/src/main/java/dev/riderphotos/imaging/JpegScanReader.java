package dev.riderphotos.imaging;

import java.io.IOException;

/** Reads all blocks of one scan, and throws if one is not there. */
final class JpegScanReader {
  private final JpegFrame frame;
  private final JpegScan scan;
  private final JpegCoefficients[] components;
  private final JpegBits bits;
  private final JpegBlocks blocks;
  private final int restartInterval;
  private int untilRestart;
  private int restarts;

  /**
   * @param components of the frame, in its order
   * @param bits from the scan's first
   */
  JpegScanReader(
      JpegFrame frame,
      JpegScan scan,
      JpegCoefficients[] components,
      JpegTables tables,
      JpegBits bits)
      throws IOException {
    this.frame = frame;
    this.scan = scan;
    this.components = components;
    this.bits = bits;
    this.blocks = blocks(frame, scan, tables, bits);
    this.restartInterval = tables.restartInterval();
    this.untilRestart = restartInterval;
  }

  private static JpegBlocks blocks(JpegFrame frame, JpegScan scan, JpegTables tables, JpegBits bits)
      throws IOException {
    if (frame.sequential()) {
      return new SequentialBlocks(bits, scan, tables);
    }
    if (scan.first() == 0) {
      return new ProgressiveDc(bits, scan, tables);
    }
    return scan.refines()
        ? new ProgressiveRefinement(bits, scan, tables)
        : new ProgressiveAc(bits, scan, tables);
  }

  void read() throws IOException {
    if (scan.interleaved()) {
      readGroups();
    } else {
      readOne(components[scan.parts().getFirst().component()]);
    }
  }

  private void readOne(JpegCoefficients component) throws IOException {
    int across = frame.blocksAcross(component.component());
    int down = frame.blocksDown(component.component());
    for (int row = 0; row < down; row++) {
      for (int column = 0; column < across; column++) {
        restartIfDue();
        blocks.read(component.values(), component.start(column, row), 0);
      }
    }
  }

  private void readGroups() throws IOException {
    for (int row = 0; row < frame.groupsDown(); row++) {
      for (int column = 0; column < frame.groupsAcross(); column++) {
        restartIfDue();
        readGroup(column, row);
      }
    }
  }

  private void readGroup(int column, int row) throws IOException {
    for (int part = 0; part < scan.parts().size(); part++) {
      JpegCoefficients component = components[scan.parts().get(part).component()];
      int across = component.component().across();
      int down = component.component().down();
      for (int y = row * down; y < (row + 1) * down; y++) {
        for (int x = column * across; x < (column + 1) * across; x++) {
          blocks.read(component.values(), component.start(x, y), part);
        }
      }
    }
  }

  private void restartIfDue() throws IOException {
    if (restartInterval > 0) {
      if (untilRestart == 0) {
        bits.restart(restarts++ & 7);
        blocks.restart();
        untilRestart = restartInterval;
      }
      untilRestart--;
    }
  }
}
