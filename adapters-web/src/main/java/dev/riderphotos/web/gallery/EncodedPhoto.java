package dev.riderphotos.web.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.photo.PhotoFormat;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A photo as text: in base64, in either alphabet, plain or as a {@code data:} URL, which may be
 * percent-encoded; behind a byte order mark or white space, in lines, or as a string of JSON.
 */
final class EncodedPhoto {
  private static final String SCHEME = "data:";
  private static final String BASE64 = ";base64,";

  /** The type, and what else a URL says before its data, is not longer. */
  private static final int HEAD = 4096;

  private EncodedPhoto() {}

  /** Its bytes; empty if they are not encoded in any of these ways. */
  static Optional<byte[]> decoded(byte[] body) {
    try {
      String text = unquoted(visible(body));
      return Optional.of(isUrl(text) ? ofUrl(text) : ofBase64(unescaped(text)));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Without marks, white space and the zeros of UTF-16: none of them means anything here. */
  private static String visible(byte[] body) {
    byte[] seen = new byte[body.length];
    int count = 0;
    for (byte character : body) {
      if (character > ' ' && character < 0x7F) {
        seen[count++] = character;
      }
    }
    return new String(seen, 0, count, ISO_8859_1);
  }

  private static String unquoted(String text) {
    if (!text.startsWith("\"")) {
      return text.startsWith("'") ? text.substring(1) : text;
    }
    try {
      return Objects.requireNonNullElse(
          ObjectMapper.getDefault().readValue(text, String.class), "");
    } catch (IOException noJson) {
      return text.substring(1);
    }
  }

  private static boolean isUrl(String text) {
    return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  /** After its first comma, unless that stands within a file's name. */
  private static byte[] ofUrl(String url) {
    int base64 =
        url.substring(0, Math.min(HEAD, url.length())).toLowerCase(Locale.ROOT).indexOf(BASE64);
    if (base64 >= 0) {
      return ofBase64(unescaped(url.substring(base64 + BASE64.length())));
    }
    String data = unescaped(url.substring(url.indexOf(',') + 1));
    byte[] plain = data.getBytes(ISO_8859_1);
    return PhotoFormat.sniff(plain).isPresent() ? plain : ofBase64(data);
  }

  private static String unescaped(String text) {
    return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), ISO_8859_1);
  }

  private static byte[] ofBase64(String text) {
    String common = text.replace('-', '+').replace('_', '/');
    return Base64.getMimeDecoder().decode(common);
  }
}
