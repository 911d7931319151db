package dev.riderphotos.rider;

import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;

/** A verified rider: the row that makes a verification count. */
public record RiderProfile(RiderId rider, FaceId face, PhotoRef photo, PhotoRef thumbnail) {

  /** The same profile, with the face under another id. */
  public RiderProfile with(FaceId present) {
    return new RiderProfile(rider, present, photo, thumbnail);
  }
}
