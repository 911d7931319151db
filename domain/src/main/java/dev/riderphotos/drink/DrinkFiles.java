package dev.riderphotos.drink;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;

/** A picture's files: itself and its small copies. */
final class DrinkFiles {
  private final PhotoStore photos;
  private final DrinkRules rules;

  DrinkFiles(PhotoStore photos, DrinkRules rules) {
    this.photos = photos;
    this.rules = rules;
  }

  void makeThumbnails(Thumbnailer thumbnailer, PhotoRef photo, Picture picture) {
    for (ThumbnailSize size : ThumbnailSize.values()) {
      photos.put(rules.thumbnailOf(photo, size), thumbnailer.thumbnail(picture, size.side()));
    }
  }

  /** The picture last: as long as it is there, the deletion can be repeated. */
  void delete(PhotoRef photo) {
    for (ThumbnailSize size : ThumbnailSize.values()) {
      photos.delete(rules.thumbnailOf(photo, size));
    }
    photos.delete(photo);
  }
}
