package dev.riderphotos.rider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.riderphotos.face.ExternalImageId;

/** A rider's name in our records: 1 to 128 characters, at most 180 bytes, no control characters. */
public record RiderId(String value) {
  private static final int MAX_CHARACTERS = 128;
  private static final int MAX_BYTES = 180;

  /** What is left of bytes that are no UTF-8: two ids could become one. */
  private static final int UNDECODABLE = 0xFFFD;

  public RiderId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A rider id is needed");
    }
    if (value.codePointCount(0, value.length()) > MAX_CHARACTERS
        || value.getBytes(UTF_8).length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "A rider id has at most 128 characters and 180 bytes of UTF-8");
    }
    if (value.codePoints().anyMatch(RiderId::unprintable)) {
      throw new IllegalArgumentException(
          "A rider id has no control characters and no damaged ones");
    }
  }

  /** What the rider's face is indexed under. */
  public ExternalImageId externalImageId() {
    return ExternalImageId.of(value);
  }

  private static boolean unprintable(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.SURROGATE
        || point == UNDECODABLE;
  }

  @Override
  public String toString() {
    return value;
  }
}
