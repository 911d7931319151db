package dev.riderphotos.web.gallery;

import dev.riderphotos.photo.Photo;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;

/**
 * A photo as programs send it, whatever type they say it is: its bytes, or an {@link EncodedPhoto}.
 */
final class PhotoBody {
  /** What the reference takes; of the photo itself. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  private PhotoBody() {}

  /** The photo; what is neither is handed on as it is, to be refused for its format. */
  static Photo photo(Photo body) {
    Photo photo =
        body.format().isPresent()
            ? body
            : EncodedPhoto.decoded(body.bytes()).map(Photo::of).orElse(body);
    if (photo.size() > MAX_BYTES) {
      throw new ProblemException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "TOO_LARGE",
          "The photo is larger than 10 MB. Send a smaller one.");
    }
    return photo;
  }
}
