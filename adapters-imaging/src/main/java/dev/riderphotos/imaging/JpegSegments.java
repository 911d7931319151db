package dev.riderphotos.imaging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The segments of a JPEG that come before its first scan, where the compressed pixels begin. */
final class JpegSegments {
  /** Far more than any camera writes; a file may not make us list millions. */
  private static final int MOST = 4096;

  private final byte[] bytes;
  private final List<Segment> segments = new ArrayList<>();
  private int position = 2;

  /**
   * @param marker where the segment's marker stands
   * @param start where its content begins
   * @param end where the next marker is to be looked for
   */
  record Segment(int type, int marker, int start, int end) {
    /** How many bytes its content has. */
    int length() {
      return end - start;
    }
  }

  private JpegSegments(byte[] bytes) {
    this.bytes = bytes;
  }

  static JpegSegments before(byte[] bytes) throws IOException {
    JpegSegments header = new JpegSegments(bytes);
    while (header.readSegment()) {
      if (header.segments.size() > MOST) {
        throw new IOException("More segments than a photo has");
      }
    }
    return header;
  }

  private boolean readSegment() throws IOException {
    position = JpegMarkers.next(bytes, position);
    int type = JpegMarkers.type(bytes, position);
    if (type == JpegMarkers.SOS) {
      return false;
    }
    if (type == JpegMarkers.EOI || type == JpegMarkers.SOI) {
      throw new IOException("No pixels");
    }
    int end = JpegMarkers.end(bytes, position);
    segments.add(new Segment(type, position, Math.min(position + 4, end), end));
    position = end;
    return true;
  }

  /** What the first frame header says. */
  JpegFrame frame() throws IOException {
    Segment frame =
        segments.stream()
            .filter(it -> JpegFrame.begunBy(it.type()))
            .findFirst()
            .orElseThrow(() -> new IOException("No frame"));
    return JpegFrame.of(frame.type(), content(frame));
  }

  /** What a decoder cannot do without, in the file's order. */
  List<Segment> needed() {
    return segments.stream().filter(it -> needed(it.type())).toList();
  }

  private static boolean needed(int type) {
    return switch (type) {
      case JpegMarkers.DHT, JpegMarkers.DQT, JpegMarkers.DRI -> true;
      default -> JpegFrame.begunBy(type);
    };
  }

  /** Finds the segments of a type that begin with a name; their content still begins with it. */
  List<Segment> of(int type, byte[] name) {
    return segments.stream().filter(it -> it.type() == type && begins(it, name)).toList();
  }

  ByteBuffer content(Segment segment) {
    return ByteBuffer.wrap(bytes, segment.start(), segment.length()).slice();
  }

  private boolean begins(Segment segment, byte[] name) {
    int end = segment.start() + name.length;
    return end <= segment.end() && Arrays.equals(bytes, segment.start(), end, name, 0, name.length);
  }

  /** Where the marker of the first scan stands. */
  int end() {
    return position;
  }
}
