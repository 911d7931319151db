package dev.riderphotos.web.gallery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A photo as programs send it, whatever type they say it is: its bytes, or those in base64, plain
 * or as a {@code data:} URL.
 */
final class PhotoBody {
  /** What the reference takes; of the photo itself. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  private static final int URL_HEAD = 256;

  private PhotoBody() {}

  /** No body is an empty one. */
  static InputStream stream(@Nullable InputStream body) {
    return body == null ? InputStream.nullInputStream() : body;
  }

  /** The photo; what is neither is handed on as it is, to be refused for its format. */
  static Photo photo(Photo body) {
    Photo photo = PhotoFormat.sniff(body.bytes()).isPresent() ? body : decoded(body);
    if (photo.size() > MAX_BYTES) {
      throw new ProblemException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "TOO_LARGE",
          "The photo is larger than 10 MB. Send a smaller one.");
    }
    return photo;
  }

  /** In either alphabet, with or without line breaks; few copies, for it may be large. */
  private static Photo decoded(Photo body) {
    byte[] bytes = body.bytes();
    byte[] base64 = Arrays.copyOfRange(bytes, startOfBase64(bytes), bytes.length);
    for (int i = 0; i < base64.length; i++) {
      base64[i] =
          switch (base64[i]) {
            case '-' -> '+';
            case '_' -> '/';
            default -> base64[i];
          };
    }
    try {
      return Photo.of(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return body;
    }
  }

  /** After the comma of a URL. */
  private static int startOfBase64(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, URL_HEAD), ISO_8859_1);
    return head.regionMatches(true, 0, "data:", 0, "data:".length()) ? head.indexOf(',') + 1 : 0;
  }
}
