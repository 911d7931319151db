package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A JPEG by its segments. */
final class JpegImage implements EncodedImage {
  private static final int APP1 = 0xE1;
  private static final int APP2 = 0xE2;
  private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(ISO_8859_1);

  private final byte[] bytes;
  private final JpegSegments segments;
  private final JpegSegments.Segment frame;

  JpegImage(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.segments = JpegSegments.before(bytes);
    this.frame = segments.frame();
  }

  /** The frame's content: bits per sample in one byte, height in two, width in two. */
  @Override
  public int height() {
    return buffer(frame).getChar(1);
  }

  @Override
  public int width() {
    return buffer(frame).getChar(3);
  }

  @Override
  public Parts parts() throws IOException {
    JpegScans.check(bytes, segments.end(), (long) width() * height());
    List<JpegSegments.Segment> profile = segments.of(APP2, PROFILE);
    return new Parts(without(profile), orientation(), profile(profile));
  }

  private Orientation orientation() {
    return segments.of(APP1, EXIF).stream()
        .findFirst()
        .map(block -> ExifBlock.orientation(buffer(block).position(EXIF.length).slice()))
        .orElse(Orientation.UPRIGHT);
  }

  /** A profile of more than 64 kB lies in several segments, numbered in the byte after the name. */
  private Optional<ColourProfile> profile(List<JpegSegments.Segment> pieces) {
    List<JpegSegments.Segment> inOrder = new ArrayList<>(pieces);
    inOrder.sort(Comparator.comparingInt(piece -> bytes[piece.start() + PROFILE.length] & 0xFF));
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    for (JpegSegments.Segment piece : inOrder) {
      int start = Math.min(piece.start() + PROFILE.length + 2, piece.end());
      profile.write(bytes, start, piece.end() - start);
    }
    return ColourProfile.of(profile.toByteArray());
  }

  private byte[] without(List<JpegSegments.Segment> unwanted) {
    if (unwanted.isEmpty()) {
      return bytes;
    }
    ByteArrayOutputStream rest = new ByteArrayOutputStream(bytes.length);
    int from = 0;
    for (JpegSegments.Segment segment : unwanted) {
      rest.write(bytes, from, segment.marker() - from);
      from = segment.end();
    }
    rest.write(bytes, from, bytes.length - from);
    return rest.toByteArray();
  }

  private ByteBuffer buffer(JpegSegments.Segment segment) {
    return ByteBuffer.wrap(bytes, segment.start(), segment.end() - segment.start()).slice();
  }
}
