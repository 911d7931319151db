package dev.riderphotos.web.page;

import dev.riderphotos.photo.Photo;
import java.util.Base64;
import java.util.Optional;

/** A photo within a page: who sent it may see it there, and nobody has to keep it. */
public final class InlinePhoto {
  private static final int MAX_BYTES = 5 * 1024 * 1024;

  private InlinePhoto() {}

  /** A {@code data:} URL; empty if it is too large for a page, or no picture. */
  public static Optional<String> url(Photo photo) {
    return photo.size() > MAX_BYTES
        ? Optional.empty()
        : photo
            .format()
            .map(
                format ->
                    "data:%s;base64,%s"
                        .formatted(
                            format.contentType(),
                            Base64.getEncoder().encodeToString(photo.bytes())));
  }
}
