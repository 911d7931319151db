package dev.riderphotos.imaging;

import java.io.IOException;
import java.util.Arrays;

/** What one component's samples are made of, block by block, each in zigzag order. */
final class JpegCoefficients {
  static final int BLOCK = 64;

  private static final int UNSEEN = 99;

  private final JpegFrame.Component component;
  private final int blocksAcross;
  private final short[] values;

  /** By coefficient: which of its bits came last; 0 when all are there. */
  private final int[] lowest = new int[BLOCK];

  private int[] quantization = new int[0];

  JpegCoefficients(JpegFrame frame, JpegFrame.Component component) {
    this.component = component;
    this.blocksAcross = frame.groupsAcross() * component.across();
    int blocks = blocksAcross * frame.groupsDown() * component.down();
    this.values = new short[blocks * BLOCK];
    Arrays.fill(lowest, UNSEEN);
  }

  JpegFrame.Component component() {
    return component;
  }

  /** Where a block begins among the values. */
  int start(int column, int row) {
    return (row * blocksAcross + column) * BLOCK;
  }

  short[] values() {
    return values;
  }

  /** The table that is in force when a component's first scan comes is its for good. */
  void begin(JpegTables tables) throws IOException {
    if (quantization.length == 0) {
      quantization = tables.quantization(component.quantization());
    }
  }

  int[] quantization() {
    return quantization;
  }

  void note(JpegScan scan) {
    Arrays.fill(lowest, scan.first(), scan.last() + 1, scan.low());
  }

  /** Whether enough has come to see something. */
  boolean begun() {
    return lowest[0] != UNSEEN;
  }

  /** Whether there is nothing left to come. */
  boolean complete() {
    return Arrays.stream(lowest).allMatch(low -> low == 0);
  }
}
