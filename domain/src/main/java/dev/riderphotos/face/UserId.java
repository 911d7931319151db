package dev.riderphotos.face;

/**
 * Names a user of a collection, a person to whom faces are associated, in the alphabet Rekognition
 * allows: 1 to 128 of {@code a-zA-Z0-9_.-:}.
 */
public record UserId(String value) {
  public UserId {
    if (!value.matches("[a-zA-Z0-9_.\\-:]{1,128}")) {
      throw new IllegalArgumentException("Not a user id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
