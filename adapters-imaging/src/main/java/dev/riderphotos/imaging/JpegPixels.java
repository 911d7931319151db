package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The picture data of a JPEG, read by ourselves and to the last bit, because libjpeg makes up what
 * is missing and does not always say so.
 */
final class JpegPixels {
  /**
   * How many samples all scans together may touch: encoders' progressions touch each up to five
   * times. A scan may be a few bytes long and yet costs a pass over its blocks, so that a small
   * file could keep a processor busy for many minutes.
   */
  private static final long MOST_SAMPLES = 600_000_000;

  /** What a block costs of which nothing, or next to nothing, is brought. */
  private static final int LEAST_OF_A_BLOCK = 16;

  private final byte[] bytes;
  private final JpegFrame frame;
  private final JpegTables tables = new JpegTables();
  private final JpegCoefficients[] components;
  private long touched;

  private JpegPixels(byte[] bytes, JpegFrame frame) throws IOException {
    this.bytes = bytes;
    this.frame = frame;
    this.components =
        frame.components().stream()
            .map(component -> new JpegCoefficients(frame, component))
            .toArray(JpegCoefficients[]::new);
  }

  /**
   * @return the frame's components in its order
   * @throws IOException if any of their data is missing or wrong. A JPEG that has no end lacks
   *     nothing if all coefficients are there to the last bit; one that has an end may do without
   *     some, of which nothing else can be known.
   */
  static JpegCoefficients[] read(byte[] bytes, JpegSegments header) throws IOException {
    JpegPixels pixels = new JpegPixels(bytes, header.frame());
    for (JpegSegments.Segment segment : header.needed()) {
      pixels.tables.read(segment.type(), header.content(segment));
    }
    pixels.readScans(header.end());
    return pixels.components;
  }

  private void readScans(int firstScan) throws IOException {
    int at = readSegment(firstScan);
    while (!complete()) {
      int marker = JpegMarkers.next(bytes, at);
      if (JpegMarkers.type(bytes, marker) == JpegMarkers.EOI) {
        checkBegun();
        return;
      }
      at = readSegment(marker);
    }
  }

  private void checkBegun() throws IOException {
    for (JpegCoefficients component : components) {
      if (!component.begun()) {
        throw new IOException("A component is missing");
      }
    }
  }

  /** Reads one segment, and returns where to look for the next marker. */
  private int readSegment(int marker) throws IOException {
    int end = JpegMarkers.end(bytes, marker);
    int start = Math.min(marker + 4, end);
    ByteBuffer content = ByteBuffer.wrap(bytes, start, end - start).slice();
    int type = JpegMarkers.type(bytes, marker);
    if (type == JpegMarkers.SOS) {
      return readScan(JpegScan.of(content, frame), end);
    }
    tables.read(type, content);
    return end;
  }

  private int readScan(JpegScan scan, int start) throws IOException {
    touch(scan);
    for (JpegScan.Part part : scan.parts()) {
      components[part.component()].begin(tables);
    }
    JpegBits bits = new JpegBits(bytes, start);
    new JpegScanReader(frame, scan, components, tables, bits).read();
    for (JpegScan.Part part : scan.parts()) {
      components[part.component()].note(scan);
    }
    return bits.position();
  }

  private void touch(JpegScan scan) throws IOException {
    touched += JpegCoefficients.BLOCK * JpegCoefficients.BLOCK; // its tables
    int band = Math.max(LEAST_OF_A_BLOCK, scan.last() - scan.first() + 1);
    for (JpegScan.Part part : scan.parts()) {
      long samples = components[part.component()].values().length;
      touched += samples / JpegCoefficients.BLOCK * band;
    }
    if (touched > MOST_SAMPLES) {
      throw new IOException("More scans than a picture has");
    }
  }

  private boolean complete() {
    for (JpegCoefficients component : components) {
      if (!component.complete()) {
        return false;
      }
    }
    return true;
  }
}
