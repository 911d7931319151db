package dev.riderphotos.web.drink;

import dev.riderphotos.drink.RequestDrinkUpload.Way;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoFormat;
import dev.riderphotos.photo.UploadTerms.Size;
import dev.riderphotos.web.JsonBody;
import dev.riderphotos.web.ProblemException;
import io.micronaut.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** How a guest wants to upload: what the request says beside the names. */
record UploadRequest(PhotoFormat format, Size size, Way way) {
  static UploadRequest of(JsonBody body) {
    Way way = way(body.textIfGiven("method"));
    return new UploadRequest(
        format(body.textIfGiven("contentType")), size(body.numberIfGiven("size"), way), way);
  }

  private static PhotoFormat format(@Nullable String contentType) {
    return contentType == null
        ? PhotoFormat.JPEG
        : PhotoFormat.ofContentType(contentType)
            .orElseThrow(
                () ->
                    new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "UNSUPPORTED_FORMAT",
                        "contentType is image/jpeg or image/png."));
  }

  private static Size size(@Nullable Long bytes, Way way) {
    if (bytes == null) {
      return Size.atMost(Photo.MAX_BYTES);
    }
    if (bytes > Photo.MAX_BYTES) {
      throw new ProblemException(
          HttpStatus.REQUEST_ENTITY_TOO_LARGE,
          "TOO_LARGE",
          "The picture is larger than 15 MB. Send a smaller one.");
    }
    return ProblemException.unless(
        () ->
            switch (way) {
              case PUT -> Size.exactly(bytes);
              case FORM -> Size.atMost(bytes);
            });
  }

  private static Way way(@Nullable String method) {
    return switch (method) {
      case null -> Way.PUT;
      case "PUT" -> Way.PUT;
      case "POST" -> Way.FORM;
      default ->
          throw new ProblemException(
              HttpStatus.BAD_REQUEST, "INVALID_REQUEST", "method is PUT or POST");
    };
  }
}
