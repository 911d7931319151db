package dev.riderphotos.face;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * The caller's own name for a face, in the alphabet Rekognition allows: 1 to 255 of {@code
 * a-zA-Z0-9_.-:}. A name of that alphabet stands for itself; any other is written as {@code b64:}
 * and its UTF-8 in unpadded base64url, so that every name comes back as it was given.
 */
public record ExternalImageId(String value) {
  private static final String ENCODED = "b64:";

  public ExternalImageId {
    if (!value.matches("[a-zA-Z0-9_.\\-:]{1,255}")) {
      throw new IllegalArgumentException("Not an external image id: " + value);
    }
  }

  /** Fits any name of up to 188 bytes. */
  public static ExternalImageId of(String name) {
    boolean plain = name.matches("[a-zA-Z0-9_.\\-:]{1,255}") && !name.startsWith(ENCODED);
    return new ExternalImageId(plain ? name : ENCODED + base64(name));
  }

  /** The name it was made from; of an id that others made, the id itself. */
  public String name() {
    if (!value.startsWith(ENCODED)) {
      return value;
    }
    try {
      return new String(Base64.getUrlDecoder().decode(value.substring(ENCODED.length())), UTF_8);
    } catch (IllegalArgumentException _) {
      return value; // only looks like ours
    }
  }

  private static String base64(String name) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(UTF_8));
  }
}
