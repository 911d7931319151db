package dev.riderphotos.web.review;

import dev.riderphotos.photo.Photo;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** Photos of cases, which nobody keeps on the way. */
final class ReviewPhotos {
  private ReviewPhotos() {}

  static HttpResponse<byte[]> answer(Photo photo) {
    String type = photo.format().map(format -> format.contentType()).orElse("image/jpeg");
    return HttpResponse.ok(photo.bytes())
        .contentType(MediaType.of(type))
        .header("Cache-Control", "private, no-store");
  }
}
