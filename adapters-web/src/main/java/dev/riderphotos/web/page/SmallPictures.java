package dev.riderphotos.web.page;

import dev.riderphotos.face.BoundingBox;
import dev.riderphotos.face.FaceCropper;
import dev.riderphotos.photo.Opened;
import dev.riderphotos.photo.Photo;
import dev.riderphotos.photo.PhotoOpener;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes pictures small enough for a list of them: made when they are asked for, and not kept. */
@Singleton
public final class SmallPictures {
  /** Around a face: as much as helps to tell whose it is. */
  private static final double MARGIN = 0.25;

  private final PhotoOpener opener;
  private final Thumbnailer thumbnailer;
  private final FaceCropper cropper;

  SmallPictures(PhotoOpener opener, Thumbnailer thumbnailer, FaceCropper cropper) {
    this.opener = opener;
    this.thumbnailer = thumbnailer;
    this.cropper = cropper;
  }

  /** The photo in a square of so many pixels; empty if it cannot be shown. */
  public Optional<Photo> of(Photo photo, int side) {
    return switch (opener.open(photo, Thumbnailer.enough(side))) {
      case Opened.Unacceptable _ -> Optional.empty();
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield Optional.of(thumbnailer.thumbnail(picture, side));
        }
      }
    };
  }

  /** A face in it, in a square of so many pixels; empty if the photo cannot be shown. */
  public Optional<Photo> face(Photo photo, BoundingBox box, int side) {
    return crop(photo, box).map(crop -> of(crop, side).orElse(crop)); // else it is tiny
  }

  private Optional<Photo> crop(Photo photo, BoundingBox box) {
    return switch (opener.open(photo)) {
      case Opened.Unacceptable _ -> Optional.empty();
      case Opened.Decoded(Picture picture) -> {
        try (picture) {
          yield Optional.of(cropper.crop(picture, around(box)));
        }
      }
    };
  }

  private static BoundingBox around(BoundingBox box) {
    double across = box.width() * MARGIN;
    double down = box.height() * MARGIN;
    return new BoundingBox(
            box.left() - across,
            box.top() - down,
            box.width() + 2 * across,
            box.height() + 2 * down)
        .withinPicture();
  }
}
