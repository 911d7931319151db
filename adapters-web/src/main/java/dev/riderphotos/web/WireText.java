package dev.riderphotos.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Text of paths and headers, of which the server hands on each byte as one character. */
public final class WireText {
  private WireText() {}

  /** The text, if those bytes are UTF-8. */
  public static Optional<String> utf8(String bytes) {
    try {
      return Optional.of(
          UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(ISO_8859_1))).toString());
    } catch (CharacterCodingException another) {
      return Optional.empty();
    }
  }

  /**
   * A part of a path, percent-decoded once.
   *
   * @throws ProblemException if it is not UTF-8
   */
  public static String ofPath(String raw) {
    return utf8(URLDecoder.decode(raw.replace("+", "%2B"), ISO_8859_1))
        .orElseThrow(() -> ProblemException.invalid("The path is not in UTF-8."));
  }
}
