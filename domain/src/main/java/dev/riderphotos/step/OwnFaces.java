package dev.riderphotos.step;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.face.IndexedFace;
import dev.riderphotos.face.RiderFaces;
import dev.riderphotos.rider.RiderId;
import dev.riderphotos.rider.RiderProfile;
import dev.riderphotos.rider.RiderProfiles;
import java.util.Optional;

/** By which face riders are known. */
final class OwnFaces {
  private OwnFaces() {}

  /** The profile's, under its present id; who has none in the live collection has none. */
  static Optional<FaceId> of(RiderId rider, RiderProfiles profiles, RiderFaces collection) {
    return profiles
        .find(rider)
        .map(RiderProfile::face)
        .flatMap(collection::find)
        .map(IndexedFace::id);
  }
}
