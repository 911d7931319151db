package dev.riderphotos.face;

/** Names a face in a collection; given by the collection. */
public record FaceId(String value) {
  public FaceId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A face id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
