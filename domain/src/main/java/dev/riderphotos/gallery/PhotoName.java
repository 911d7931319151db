package dev.riderphotos.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.ExternalImageId;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * The file name that a photo was given, in Unicode's composed form: 1 to 188 bytes of UTF-8, no
 * control characters. It is the photo's key in its bucket, tells who is on it, and may hold
 * slashes.
 */
public record PhotoName(String value) {
  private static final int MAX_BYTES = 188; // what every external image id can hold

  public PhotoName {
    value = Normalizer.normalize(value, Form.NFC);
    if (value.codePoints().anyMatch(PhotoName::unprintable)) {
      throw new IllegalArgumentException("A file name has no control characters");
    }
    if (value.isBlank() || value.getBytes(UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException("A file name has 1 to 188 bytes of UTF-8");
    }
  }

  /** What the faces of the photo are indexed under. */
  public ExternalImageId externalImageId() {
    return ExternalImageId.of(value);
  }

  /**
   * Who it says is on the photo: hyphens and underscores are spaces, the image's extension is left
   * out, the first letter is large and all others are small.
   */
  public String label() {
    String words = value.replaceAll("(?i)(\\.(jpe?g|png))+$", "").replaceAll("[-_]", " ");
    int first = words.offsetByCodePoints(0, words.isEmpty() ? 0 : 1);
    return words.substring(0, first).toUpperCase(Locale.ROOT)
        + words.substring(first).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }

  private static boolean unprintable(int point) {
    return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
  }
}
