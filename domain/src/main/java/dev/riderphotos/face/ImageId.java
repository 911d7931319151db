package dev.riderphotos.face;

/**
 * Names the image that a face was indexed from. Of a rider's photo it is the id of the execution,
 * so that a repeated step knows the face as its own.
 */
public record ImageId(String value) {
  public ImageId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An image id is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
