package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Writes the coefficients of a JPEG again in the plainest way, so that whatever decodes them needs
 * one pass and has nothing to guess. They stay what they were, to the last bit.
 */
final class PlainJpeg {
  private static final int SEQUENTIAL = 0xC1;
  private static final int SKIP = 0xF0;
  private static final int END_OF_BLOCK = 0;

  /** How many blocks a group may have. */
  private static final int MOST_BLOCKS = 10;

  private final JpegFrame frame;
  private final JpegCoefficients[] components;
  private final JpegWriter out;
  private final JpegTables tables = new JpegTables();
  private final int[] dcBefore;

  private PlainJpeg(JpegFrame frame, JpegCoefficients[] components, JpegWriter out)
      throws IOException {
    this.frame = frame;
    this.components = components;
    this.out = out;
    this.dcBefore = new int[components.length];
  }

  static void write(JpegFrame frame, JpegCoefficients[] components, JpegWriter out)
      throws IOException {
    PlainJpeg plain = new PlainJpeg(frame, components, out);
    plain.writeTables();
    plain.writeFrame();
    plain.writeScans();
    out.marker(JpegMarkers.EOI);
  }

  private void writeTables() {
    out.segment(JpegMarkers.DHT, StandardHuffman.tables());
    for (int i = 0; i < components.length; i++) {
      ByteBuffer table = ByteBuffer.allocate(1 + 2 * JpegCoefficients.BLOCK);
      table.put((byte) (0x10 | i));
      for (int step : components[i].quantization()) {
        table.putChar((char) step);
      }
      out.segment(JpegMarkers.DQT, table.array());
    }
  }

  private void writeFrame() {
    ByteBuffer header = ByteBuffer.allocate(6 + 3 * components.length);
    header.put((byte) frame.precision());
    header.putChar((char) frame.height()).putChar((char) frame.width());
    header.put((byte) components.length);
    for (int i = 0; i < components.length; i++) {
      JpegFrame.Component component = components[i].component();
      header.put((byte) (i + 1));
      header.put((byte) (component.across() << 4 | component.down())).put((byte) i);
    }
    out.segment(SEQUENTIAL, header.array());
  }

  private void writeScans() throws IOException {
    int blocks = frame.components().stream().mapToInt(it -> it.across() * it.down()).sum();
    if (components.length > 1 && blocks <= MOST_BLOCKS) {
      writeScan(0, components.length);
      writeGroups();
      out.endBits();
    } else {
      for (int i = 0; i < components.length; i++) {
        writeScan(i, i + 1);
        writeOne(i);
        out.endBits();
      }
    }
  }

  private void writeScan(int from, int to) {
    ByteBuffer header = ByteBuffer.allocate(4 + 2 * (to - from));
    header.put((byte) (to - from));
    for (int i = from; i < to; i++) {
      header.put((byte) (i + 1)).put((byte) (table(i) * 0x11));
    }
    out.segment(JpegMarkers.SOS, header.put((byte) 0).put((byte) 63).put((byte) 0).array());
  }

  private static int table(int component) {
    return Math.min(component, 1);
  }

  private void writeGroups() throws IOException {
    for (int row = 0; row < frame.groupsDown(); row++) {
      for (int column = 0; column < frame.groupsAcross(); column++) {
        for (int i = 0; i < components.length; i++) {
          writeGroup(i, column, row);
        }
      }
    }
  }

  private void writeGroup(int index, int column, int row) throws IOException {
    int across = components[index].component().across();
    int down = components[index].component().down();
    for (int y = row * down; y < (row + 1) * down; y++) {
      for (int x = column * across; x < (column + 1) * across; x++) {
        writeBlock(index, components[index].start(x, y));
      }
    }
  }

  private void writeOne(int index) throws IOException {
    JpegFrame.Component component = components[index].component();
    for (int row = 0; row < frame.blocksDown(component); row++) {
      for (int column = 0; column < frame.blocksAcross(component); column++) {
        writeBlock(index, components[index].start(column, row));
      }
    }
  }

  private void writeBlock(int index, int start) throws IOException {
    short[] values = components[index].values();
    write(tables.dc(table(index)), 0, values[start] - dcBefore[index]);
    dcBefore[index] = values[start];
    JpegHuffman ac = tables.ac(table(index));
    int run = 0;
    for (int at = start + 1; at < start + JpegCoefficients.BLOCK; at++) {
      if (values[at] == 0) {
        run++;
      } else {
        for (; run > 15; run -= 16) {
          ac.write(SKIP, out);
        }
        write(ac, run, values[at]);
        run = 0;
      }
    }
    if (run > 0) {
      ac.write(END_OF_BLOCK, out);
    }
  }

  private void write(JpegHuffman table, int run, int value) throws IOException {
    int size = 32 - Integer.numberOfLeadingZeros(Math.abs(value));
    table.write(run << 4 | size, out);
    out.bits(value < 0 ? value - 1 : value, size);
  }
}
