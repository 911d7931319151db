package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.photo.PhotoFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A JPEG by its segments. */
final class JpegImage implements EncodedImage {
  private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);
  private static final byte[] PROFILE = "ICC_PROFILE\0".getBytes(ISO_8859_1);

  private final byte[] bytes;
  private final JpegSegments segments;
  private final JpegFrame frame;
  private @Nullable OptionalInt end;

  JpegImage(byte[] bytes) throws IOException {
    this.bytes = bytes;
    this.segments = JpegSegments.before(bytes);
    this.frame = segments.frame();
    if (frame.unsupportedKind().isEmpty()) {
      frame.check();
    }
  }

  @Override
  public Optional<String> unsupportedKind() {
    return frame.unsupportedKind();
  }

  @Override
  public int height() {
    return frame.height();
  }

  @Override
  public int width() {
    return frame.width();
  }

  /** Coefficients take two bytes each, and what is written from them little more than the file. */
  @Override
  public long bytesToDecode() {
    long pixels = (long) width() * height();
    int stored = frame.components().size();
    int laidOut = stored == BYTES_A_PIXEL ? stored : stored + BYTES_A_PIXEL;
    int turned = orientation() == Orientation.UPRIGHT ? 0 : 2 * BYTES_A_PIXEL;
    return Math.max(Math.max(laidOut, turned) * pixels, 2 * frame.samples()) + 3L * bytes.length;
  }

  /** How many bytes the file has. */
  int length() {
    return bytes.length;
  }

  /** How many samples a pixel has. */
  int components() {
    return frame.components().size();
  }

  /** Behind a header of ours, if it is of the most usual kind. */
  Optional<List<ByteBuffer>> usual() {
    OptionalInt whole = endOfOnlyScan();
    return whole.isPresent()
        ? UsualJpeg.write(segments, bytes, whole.getAsInt())
        : Optional.empty();
  }

  /** Whether it may be of that kind, as far as can be told without a copy of it. */
  boolean mayBeUsual() {
    return frame.usual() && endOfOnlyScan().isPresent();
  }

  @Override
  public Parts decode() throws IOException {
    return new Parts(pixels(), orientation(), profile());
  }

  private BufferedImage pixels() throws IOException {
    if (endOfOnlyScan().isPresent()) {
      try {
        return decode(asItIs());
      } catch (IOException | RuntimeException _) {
        // An oddity that does no harm, or damage: that is for us to find out.
      }
    }
    return decode(writtenAgain());
  }

  private BufferedImage decode(byte[] whole) throws IOException {
    return ImageIoDecoder.decode(PhotoFormat.JPEG, whole, width(), height());
  }

  /**
   * Where the image ends, if one pass over one scan is all there is to it. Everything else the
   * decoder would do with more memory, with a pass over all pixels for each scan, or not at all.
   */
  private OptionalInt endOfOnlyScan() {
    if (end == null) {
      end = findEndOfOnlyScan();
    }
    return end;
  }

  private OptionalInt findEndOfOnlyScan() {
    try {
      int scan = segments.end();
      boolean whole = frame.sequential() && bytes[scan + 4] == frame.components().size();
      int marker = JpegMarkers.next(bytes, JpegMarkers.end(bytes, scan));
      while (JpegMarkers.restarts(JpegMarkers.type(bytes, marker))) {
        marker = JpegMarkers.next(bytes, marker + 2);
      }
      boolean ends = JpegMarkers.type(bytes, marker) == JpegMarkers.EOI;
      return whole && ends ? OptionalInt.of(marker + 2) : OptionalInt.empty();
    } catch (IOException noEnd) {
      return OptionalInt.empty();
    }
  }

  /** Its compressed pixels as they are, behind no more of its segments than decoders need. */
  private byte[] asItIs() {
    JpegWriter out = begun(bytes.length);
    out.segment(JpegMarkers.DHT, StandardHuffman.tables());
    segments.needed().forEach(it -> out.copy(bytes, it.marker(), it.end()));
    out.copy(bytes, segments.end(), endOfOnlyScan().orElseThrow());
    return out.toBytes();
  }

  private byte[] writtenAgain() throws IOException {
    JpegWriter out = begun(bytes.length);
    PlainJpeg.write(frame, JpegPixels.read(bytes, segments), out);
    return out.toBytes();
  }

  private JpegWriter begun(int expected) {
    JpegWriter out = new JpegWriter(expected);
    out.marker(JpegMarkers.SOI);
    JpegColours.of(frame, segments).write(out);
    return out;
  }

  Orientation orientation() {
    return segments.of(JpegMarkers.APP1, EXIF).stream()
        .findFirst()
        .map(block -> ExifBlock.orientation(segments.content(block)))
        .orElse(Orientation.UPRIGHT);
  }

  /** A profile of more than 64 kB lies in several segments, numbered in the byte after the name. */
  Optional<ColourProfile> profile() {
    List<JpegSegments.Segment> inOrder = new ArrayList<>(segments.of(JpegMarkers.APP2, PROFILE));
    inOrder.sort(Comparator.comparingInt(piece -> bytes[piece.start() + PROFILE.length] & 0xFF));
    ByteArrayOutputStream profile = new ByteArrayOutputStream();
    for (JpegSegments.Segment piece : inOrder) {
      int start = Math.min(piece.start() + PROFILE.length + 2, piece.end());
      profile.write(bytes, start, piece.end() - start);
    }
    return ColourProfile.of(profile.toByteArray());
  }
}
