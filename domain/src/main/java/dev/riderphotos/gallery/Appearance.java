package dev.riderphotos.gallery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.BoundingBox;
import java.util.HexFormat;
import java.util.Locale;

/**
 * One face of one photo: the photo's digest and the face's place in it, to a hundredth of its width
 * and height, as one hash. The same for the same photo, wherever and however often it is searched
 * for or indexed; of another copy of the picture it is another. Tells nothing of either. Another
 * model may find the face a little beside: of photos of the gallery the place is where it was found
 * first.
 */
public record Appearance(String value) {
  private static final int BYTES = 16;

  public Appearance {
    if (!value.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("Not a face of a photo: 32 hexadecimal digits");
    }
  }

  public static Appearance of(PhotoDigest photo, BoundingBox box) {
    String place =
        String.format(
            Locale.ROOT,
            "%s %.2f %.2f %.2f %.2f",
            photo,
            box.left(),
            box.top(),
            box.width(),
            box.height());
    byte[] hash = PhotoDigest.sha256(place.getBytes(UTF_8));
    return new Appearance(HexFormat.of().formatHex(hash, 0, BYTES));
  }

  @Override
  public String toString() {
    return value;
  }
}
