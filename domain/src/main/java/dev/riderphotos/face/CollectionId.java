package dev.riderphotos.face;

/** Names a collection of faces, in the alphabet Rekognition allows. */
public record CollectionId(String value) {
  public CollectionId {
    if (!value.matches("[a-zA-Z0-9_.\\-]{1,255}")) {
      throw new IllegalArgumentException("Not a collection id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
