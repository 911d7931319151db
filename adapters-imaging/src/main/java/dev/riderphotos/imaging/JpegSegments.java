package dev.riderphotos.imaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The segments of a JPEG that come before its first scan, where the compressed pixels begin. */
final class JpegSegments {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;

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
    /** Whether it says how large the image is: every SOF, of whatever kind. */
    boolean frame() {
      boolean table = type == 0xC4 || type == 0xC8 || type == 0xCC;
      return type >= 0xC0 && type <= 0xCF && !table;
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
    if (type == SOS) {
      return false;
    }
    if (type == EOI || type == SOI) {
      throw new IOException("No pixels");
    }
    int end = JpegMarkers.end(bytes, position);
    segments.add(new Segment(type, position, Math.min(position + 4, end), end));
    position = end;
    return true;
  }

  Segment frame() throws IOException {
    return segments.stream()
        .filter(Segment::frame)
        .findFirst()
        .orElseThrow(() -> new IOException("No frame"));
  }

  /** Those of a type that begin with a name; their content still begins with it. */
  List<Segment> of(int type, byte[] name) {
    return segments.stream().filter(it -> it.type() == type && begins(it, name)).toList();
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
