package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Writes a JPEG of the usual kind behind a header that is ours: with the tables that its one scan
 * uses, and nothing else of what the file says. So a decoder that knows no way back from a header
 * that makes no sense never sees one.
 */
final class UsualJpeg {
  private static final int SEQUENTIAL = 0xC1;
  private static final int HEADER_BYTES = 2048;
  private static final int CODES = 16;
  private static final int MOST_DC_BITS = 15;

  private final JpegFrame frame;
  private final JpegTables tables = new JpegTables();
  private final JpegScan scan;

  private UsualJpeg(JpegSegments segments, byte[] bytes) throws IOException {
    this.frame = segments.frame();
    for (JpegSegments.Segment segment : segments.needed()) {
      tables.read(segment.type(), segments.content(segment));
    }
    int start = segments.end() + 4;
    int end = JpegMarkers.end(bytes, segments.end());
    this.scan = JpegScan.of(ByteBuffer.wrap(bytes, start, end - start).slice(), frame);
  }

  /**
   * @param end where the image ends
   * @return the header and the compressed pixels, which are not copied; empty if it is not of the
   *     usual kind, or its header makes no sense
   */
  static Optional<List<ByteBuffer>> write(JpegSegments segments, byte[] bytes, int end) {
    try {
      UsualJpeg usual = new UsualJpeg(segments, bytes);
      return usual.frame.usual() && usual.inOrder()
          ? Optional.of(usual.written(segments, bytes, end))
          : Optional.empty();
    } catch (IOException | BufferUnderflowException | IndexOutOfBoundsException nonsense) {
      return Optional.empty();
    }
  }

  private boolean inOrder() {
    boolean each = scan.parts().size() == frame.components().size();
    for (int i = 0; each && i < scan.parts().size(); i++) {
      each = scan.parts().get(i).component() == i;
    }
    return each;
  }

  private List<ByteBuffer> written(JpegSegments segments, byte[] bytes, int end)
      throws IOException {
    JpegWriter out = new JpegWriter(HEADER_BYTES);
    out.marker(JpegMarkers.SOI);
    JpegColours.of(frame, segments).write(out);
    for (int i = 0; i < scan.parts().size(); i++) {
      JpegScan.Part part = scan.parts().get(i);
      out.segment(JpegMarkers.DQT, quantization(i, tables.quantization(quantizationOf(i))));
      out.segment(JpegMarkers.DHT, huffman(i, tables.dcCodes(part.dcTable()), MOST_DC_BITS));
      out.segment(JpegMarkers.DHT, huffman(0x10 | i, tables.acCodes(part.acTable()), 255));
    }
    if (tables.restartInterval() > 0) {
      char interval = (char) tables.restartInterval();
      out.segment(JpegMarkers.DRI, ByteBuffer.allocate(2).putChar(interval).array());
    }
    out.segment(SEQUENTIAL, frameHeader());
    out.segment(JpegMarkers.SOS, scanHeader());
    int pixels = JpegMarkers.end(bytes, segments.end());
    return List.of(ByteBuffer.wrap(out.toBytes()), ByteBuffer.wrap(bytes, pixels, end - pixels));
  }

  private int quantizationOf(int component) {
    return frame.components().get(component).quantization();
  }

  private static byte[] quantization(int number, int[] steps) {
    ByteBuffer table = ByteBuffer.allocate(1 + 2 * steps.length);
    table.put((byte) (0x10 | number));
    for (int step : steps) {
      table.putChar((char) step);
    }
    return table.array();
  }

  private static byte[] huffman(int number, ByteBuffer codes, int mostSymbol) throws IOException {
    check(codes, mostSymbol);
    ByteBuffer table = ByteBuffer.allocate(1 + codes.remaining());
    return table.put((byte) number).put(codes.duplicate()).array();
  }

  /**
   * As libjpeg does: no more codes than fit, none of ones alone, and no symbol that is too large.
   */
  private static void check(ByteBuffer codes, int mostSymbol) throws IOException {
    int next = 0;
    for (int length = 1; length <= CODES; length++) {
      next += codes.get(length - 1) & 0xFF;
      if (next >= 1 << length) {
        throw new IOException("More codes than there are");
      }
      next <<= 1;
    }
    for (int at = CODES; at < codes.limit(); at++) {
      if ((codes.get(at) & 0xFF) > mostSymbol) {
        throw new IOException("Not a symbol");
      }
    }
  }

  private byte[] frameHeader() {
    ByteBuffer header = ByteBuffer.allocate(6 + 3 * frame.components().size());
    header.put((byte) frame.precision());
    header.putChar((char) frame.height()).putChar((char) frame.width());
    header.put((byte) frame.components().size());
    for (int i = 0; i < frame.components().size(); i++) {
      JpegFrame.Component component = frame.components().get(i);
      header.put((byte) (i + 1));
      header.put((byte) (component.across() << 4 | component.down())).put((byte) i);
    }
    return header.array();
  }

  private byte[] scanHeader() {
    ByteBuffer header = ByteBuffer.allocate(4 + 2 * scan.parts().size());
    header.put((byte) scan.parts().size());
    for (int i = 0; i < scan.parts().size(); i++) {
      header.put((byte) (i + 1)).put((byte) (i * 0x11));
    }
    return header.put((byte) 0).put((byte) 63).put((byte) 0).array();
  }
}
