package dev.riderphotos.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Chunks of a PNG that begin with a name. In one of them ImageMagick and others hid EXIF before
 * there was a chunk for it, as text: a name once more, the length, and the bytes as digits.
 */
final class PngText {
  private static final Pattern EXIF_NAME = Pattern.compile("Raw profile type (exif|APP1)");
  private static final Pattern EXIF = Pattern.compile("\\s*\\S+\\s+[0-9]+\\s+([0-9A-Fa-f\\s]+)");

  /** Orientation stands near the beginning, and a small chunk may inflate to very much. */
  private static final int MAX_TEXT_BYTES = 1 << 20;

  private static final int MAX_NAME = 80;

  private final String name;
  private final ByteBuffer rest;

  private PngText(String name, ByteBuffer rest) {
    this.name = name;
    this.rest = rest;
  }

  /** Empty if it has no name, or none as short as they have to be. */
  static Optional<PngText> of(ByteBuffer chunk) {
    StringBuilder name = new StringBuilder();
    while (chunk.hasRemaining() && name.length() < MAX_NAME) {
      byte next = chunk.get();
      if (next == 0) {
        return Optional.of(new PngText(name.toString(), chunk.slice()));
      }
      name.append((char) next);
    }
    return Optional.empty();
  }

  /** What is deflated behind the method, which is always the same; at most so many bytes. */
  Optional<byte[]> inflated(int most) {
    if (!rest.hasRemaining()) {
      return Optional.empty();
    }
    byte[] deflated = new byte[rest.remaining() - 1];
    rest.get(1, deflated);
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return Optional.of(in.readNBytes(most));
    } catch (IOException damaged) {
      return Optional.empty();
    }
  }

  boolean holdsExif() {
    return EXIF_NAME.matcher(name).matches();
  }

  /** The EXIF block; empty if the text makes no sense. */
  Optional<ByteBuffer> exif(boolean deflated) {
    Optional<byte[]> text = deflated ? inflated(MAX_TEXT_BYTES) : Optional.of(plain());
    return text.flatMap(PngText::bytesInDigits);
  }

  private byte[] plain() {
    byte[] text = new byte[Math.min(rest.remaining(), MAX_TEXT_BYTES)];
    rest.get(0, text);
    return text;
  }

  private static Optional<ByteBuffer> bytesInDigits(byte[] text) {
    Matcher digits = EXIF.matcher(new String(text, ISO_8859_1));
    if (!digits.lookingAt()) {
      return Optional.empty();
    }
    String hex = digits.group(1).replaceAll("\\s", "");
    return Optional.of(ByteBuffer.wrap(HexFormat.of().parseHex(hex, 0, hex.length() & ~1)));
  }
}
