package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;

/** A picture's files: itself and its small copies. */
final class DrinkFiles {
  /** How large a picture must be opened for its small copies. */
  static final int ENOUGH = Thumbnailer.enough(ThumbnailSize.LARGE.side());

  private final PhotoStore photos;
  private final DrinkSettings settings;

  DrinkFiles(PhotoStore photos, DrinkSettings settings) {
    this.photos = photos;
    this.settings = settings;
  }

  void makeThumbnails(Thumbnailer thumbnailer, PhotoRef photo, Picture picture) {
    for (ThumbnailSize size : ThumbnailSize.values()) {
      photos.put(settings.thumbnailOf(photo, size), thumbnailer.thumbnail(picture, size.side()));
    }
  }

  /** The picture last: as long as it is there, the deletion can be repeated. */
  void delete(PhotoRef photo) {
    for (ThumbnailSize size : ThumbnailSize.values()) {
      photos.delete(settings.thumbnailOf(photo, size));
    }
    photos.delete(photo);
  }
}
