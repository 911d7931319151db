package dev.riderphotos.step;

import dev.riderphotos.execution.Submission;
import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.photo.Picture;
import dev.riderphotos.photo.Thumbnailer;
import dev.riderphotos.rider.RiderProfiles;

/** The Thumbnail state: keeps a small copy under the photo's own key. May be repeated. */
public final class MakeThumbnail {
  static final int SIDE = 300;
  private static final String PREFIX = "resized-";

  private final Thumbnailer thumbnailer;
  private final PhotoStore photos;
  private final RiderProfiles profiles;
  private final RiderSettings settings;

  public MakeThumbnail(
      Thumbnailer thumbnailer, PhotoStore photos, RiderProfiles profiles, RiderSettings settings) {
    this.thumbnailer = thumbnailer;
    this.photos = photos;
    this.profiles = profiles;
    this.settings = settings;
  }

  /** Makes the thumbnail, and returns where it is kept. */
  public PhotoRef make(PhotoRef photo, Picture picture) {
    PhotoRef thumbnail = placeOf(photo);
    photos.put(thumbnail, thumbnailer.thumbnail(picture, SIDE));
    return thumbnail;
  }

  /**
   * Deletes the thumbnail again, unless the rider's profile shows it: a stored photo may be
   * submitted more than once.
   */
  public void undo(Submission submission) {
    PhotoRef thumbnail = placeOf(submission.photo());
    boolean shown =
        profiles
            .find(submission.rider())
            .filter(profile -> profile.thumbnail().equals(thumbnail))
            .isPresent();
    if (!shown) {
      photos.delete(thumbnail);
    }
  }

  private PhotoRef placeOf(PhotoRef photo) {
    return photo.sibling(settings.thumbnailBucket(), PREFIX);
  }
}
