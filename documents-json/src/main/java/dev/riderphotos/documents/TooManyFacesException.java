package dev.riderphotos.documents;

/** There are more faces than the memory holds that tells them apart. */
public final class TooManyFacesException extends RuntimeException {
  TooManyFacesException(int most) {
    super("There are more than %,d faces in the file".formatted(most));
  }
}
