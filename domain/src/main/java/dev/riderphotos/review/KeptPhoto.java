package dev.riderphotos.review;

import dev.riderphotos.photo.PhotoRef;
import dev.riderphotos.photo.PhotoStore;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;

/** The photo that is kept for an appeal of who was withdrawn, and nobody's otherwise. */
final class KeptPhoto {
  private final RiderProfiles profiles;
  private final PhotoStore photos;

  KeptPhoto(RiderProfiles profiles, PhotoStore photos) {
    this.profiles = profiles;
    this.photos = photos;
  }

  /** Whose it is: who was withdrawn, or else who appealed. */
  static Party of(Case ended) {
    return ended.withdrawn() == null ? ended.rider() : ended.withdrawn();
  }

  /** Deletes it, unless it is the rider's registered one again. May be repeated. */
  void letGo(Case ended) {
    Party whose = of(ended);
    PhotoRef photo = whose.photo();
    Optional<PhotoRef> registered = profiles.find(whose.rider()).map(RiderProfile::photo);
    if (photo != null && registered.filter(photo::equals).isEmpty()) {
      photos.delete(photo);
    }
  }
}
