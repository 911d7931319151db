package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan says it brings: some components' coefficients, and in a progressive JPEG not all of
 * them, nor all of their bits.
 *
 * @param first the first coefficient, in zigzag order
 * @param last the last
 * @param before which bit came last before this scan; 0 if none did
 * @param low which bit comes last now
 */
record JpegScan(List<Part> parts, int first, int last, int before, int low) {
  private static final int COEFFICIENTS = 64;

  /**
   * @param component its place in the frame
   */
  record Part(int component, int dcTable, int acTable) {}

  static JpegScan of(ByteBuffer content, JpegFrame frame) throws IOException {
    int count = content.get();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int component = place(content.get() & 0xFF, frame);
      int tables = content.get();
      parts.add(new Part(component, (tables >> 4) & 3, tables & 3));
    }
    int first = content.get();
    int last = content.get();
    int bits = content.get() & 0xFF;
    JpegScan scan =
        frame.sequential()
            ? new JpegScan(parts, 0, COEFFICIENTS - 1, 0, 0)
            : new JpegScan(parts, first, last, bits >> 4, bits & 15);
    if (parts.isEmpty() || parts.size() > 4 || !(frame.sequential() || scan.progresses())) {
      throw new IOException("Not a scan");
    }
    return scan;
  }

  private static int place(int id, JpegFrame frame) throws IOException {
    for (int i = 0; i < frame.components().size(); i++) {
      if (frame.components().get(i).id() == id) {
        return i;
      }
    }
    throw new IOException("No such component");
  }

  private boolean progresses() {
    boolean dc = first == 0 && last == 0;
    boolean ac = first > 0 && last >= first && last < COEFFICIENTS && parts.size() == 1;
    return (dc || ac) && low <= 13 && (before == 0 || low == before - 1);
  }

  /** Whether it makes coefficients more exact that an earlier scan brought. */
  boolean refines() {
    return before > 0;
  }

  /** Whether blocks of several components alternate; a component alone has no blocks to fill up. */
  boolean interleaved() {
    return parts.size() > 1;
  }
}
