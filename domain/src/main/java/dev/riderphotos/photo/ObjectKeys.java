package dev.riderphotos.photo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns names that people gave into segments of object keys. Only what could change the meaning of
 * a key is escaped, as {@code %XX}: slash, percent, control characters, and the segments {@code .}
 * and {@code ..}. All else stays readable.
 */
public final class ObjectKeys {
  /** S3 allows a whole key no more. */
  public static final int MAX_BYTES = 1024;

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-F]{2})");

  private ObjectKeys() {}

  /** The segment that stands for {@code name}; two names never share one. */
  public static String segment(String name) {
    if (name.equals(".") || name.equals("..")) {
      return name.replace(".", "%2E");
    }
    StringBuilder segment = new StringBuilder();
    name.codePoints().forEach(point -> append(segment, point));
    return segment.toString();
  }

  /** The name whose segment this is; a segment that others made stands for itself. */
  public static String name(String segment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int at = 0;
    for (Matcher escaped = ESCAPED.matcher(segment); escaped.find(); at = escaped.end()) {
      bytes.writeBytes(segment.substring(at, escaped.start()).getBytes(UTF_8));
      bytes.write(HexFormat.fromHexDigits(escaped.group(1)));
    }
    bytes.writeBytes(segment.substring(at).getBytes(UTF_8));
    String name = bytes.toString(UTF_8);
    return segment(name).equals(segment) ? name : segment;
  }

  /**
   * As {@link #segment}, cut in front (a file's extension matters most) to at most that many bytes.
   */
  public static String segment(String name, int maxBytes) {
    int[] points = segment(name).codePoints().toArray();
    int start = points.length;
    int bytes = 0;
    while (start > 0 && bytes + bytesOf(points[start - 1]) <= maxBytes) {
      start--;
      bytes += bytesOf(points[start]);
    }
    return new String(points, start, points.length - start);
  }

  private static int bytesOf(int point) {
    return Character.toString(point).getBytes(UTF_8).length;
  }

  private static void append(StringBuilder segment, int point) {
    if (point == '/' || point == '%' || Character.isISOControl(point)) {
      for (byte part : Character.toString(point).getBytes(UTF_8)) {
        segment.append(String.format("%%%02X", part & 0xFF));
      }
    } else {
      segment.appendCodePoint(point);
    }
  }
}
