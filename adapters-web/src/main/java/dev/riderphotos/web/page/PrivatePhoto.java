package dev.riderphotos.web.page;

import dev.riderphotos.photo.Photo;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** Answers with a photo of somebody, which nobody keeps on the way. */
public final class PrivatePhoto {
  private PrivatePhoto() {}

  /** The photo as it is, said to be of its format; one of none is said to be a JPEG. */
  public static HttpResponse<byte[]> answer(Photo photo) {
    String type = photo.format().map(format -> format.contentType()).orElse(MediaType.IMAGE_JPEG);
    return HttpResponse.ok(photo.bytes())
        .contentType(MediaType.of(type))
        .header("Cache-Control", "private, no-store");
  }
}
