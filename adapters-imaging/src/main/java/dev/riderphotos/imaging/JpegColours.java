package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * What the components of a JPEG stand for: decided as libjpeg does, and browsers with it, and then
 * said such that every decoder decides the same.
 */
enum JpegColours {
  /** Brightness, alone or with two differences of colour. */
  LUMINANCE(JpegMarkers.APP0, "JFIF\0\1\1\0\0\1\0\1\0\0"),
  RGB(JpegMarkers.APP14, "Adobe\0d\0\0\0\0\0"),
  /** The samples are printing inks, inverted. */
  ADOBE_INKS(JpegMarkers.APP14, "Adobe\0d\0\0\0\0\0"),
  /** The samples are inverted inks, three of them as brightness and differences. */
  ADOBE_LUMINANCE_AND_BLACK(JpegMarkers.APP14, "Adobe\0d\0\0\0\0\2"),
  /** Left to the decoder; in libjpeg inks as they are. */
  UNSAID(JpegMarkers.APP14, "");

  private static final byte[] JFIF = "JFIF\0".getBytes(ISO_8859_1);
  private static final int JFIF_BYTES = 14;
  private static final byte[] ADOBE = "Adobe".getBytes(ISO_8859_1);
  private static final int ADOBE_BYTES = 12;
  private static final int TRANSFORM = 11;

  private final int marker;
  private final String content;

  JpegColours(int marker, String content) {
    this.marker = marker;
    this.content = content;
  }

  static JpegColours of(JpegFrame frame, JpegSegments segments) {
    return switch (frame.components().size()) {
      case 1 -> LUMINANCE;
      case 3 -> three(frame, segments);
      case 4 -> four(adobe(segments));
      default -> UNSAID;
    };
  }

  private static JpegColours three(JpegFrame frame, JpegSegments segments) {
    List<Integer> ids = frame.components().stream().map(JpegFrame.Component::id).toList();
    int adobe = adobe(segments);
    if (segments.of(JpegMarkers.APP0, JFIF).stream().anyMatch(it -> it.length() >= JFIF_BYTES)) {
      return LUMINANCE;
    }
    boolean rgb = adobe < 0 ? ids.equals(List.of((int) 'R', (int) 'G', (int) 'B')) : adobe == 0;
    return rgb ? RGB : LUMINANCE;
  }

  private static JpegColours four(int adobe) {
    if (adobe < 0) {
      return UNSAID;
    }
    return adobe == 0 ? ADOBE_INKS : ADOBE_LUMINANCE_AND_BLACK;
  }

  /** How Adobe's segment, the last if there are several, says colours were transformed; or -1. */
  private static int adobe(JpegSegments segments) {
    return segments.of(JpegMarkers.APP14, ADOBE).stream()
        .filter(it -> it.length() >= ADOBE_BYTES)
        .reduce((_, last) -> last)
        .map(it -> segments.content(it).get(TRANSFORM) & 0xFF)
        .orElse(-1);
  }

  /** Writes what says so; nothing if nothing is to be said. */
  void write(JpegWriter out) {
    if (!content.isEmpty()) {
      out.segment(marker, content.getBytes(ISO_8859_1));
    }
  }
}
