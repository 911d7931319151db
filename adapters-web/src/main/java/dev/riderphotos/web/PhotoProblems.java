package dev.riderphotos.web;

import dev.riderphotos.photo.PhotoProblem;
import io.micronaut.http.HttpStatus;

/** Photos that cannot be opened, as problems: the same for all who take photos. */
public final class PhotoProblems {
  private PhotoProblems() {}

  /** Makes the exception that ends the request. */
  public static ProblemException of(PhotoProblem problem) {
    String detail =
        switch (problem) {
          case UNSUPPORTED_FORMAT ->
              "The picture is neither JPEG nor PNG, or a JPEG of a kind that cannot be read.";
          case TOO_LARGE ->
              "The picture has more than 15 MB, 25 megapixels (60 in a usual JPEG, where the native"
                  + " decoder is), or 16,384 pixels on a side.";
          case TOO_SMALL -> "The picture has less than 80 pixels on a side.";
          case UNREADABLE -> "The picture is damaged or cut short.";
        };
    return new ProblemException(status(problem), "IMAGE_" + problem, detail);
  }

  /** The status alone, for pages that have their own words. */
  public static HttpStatus status(PhotoProblem problem) {
    return switch (problem) {
      case UNSUPPORTED_FORMAT -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
      case TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
      case TOO_SMALL, UNREADABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }
}
