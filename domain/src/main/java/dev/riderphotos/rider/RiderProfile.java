package dev.riderphotos.rider;

import dev.riderphotos.consent.Consent;
import dev.riderphotos.face.FaceId;
import dev.riderphotos.photo.PhotoRef;
import org.jspecify.annotations.Nullable;

/**
 * A verified rider: the row that makes a verification count.
 *
 * @param consent to keeping the photo, if the rider was asked
 */
public record RiderProfile(
    RiderId rider, FaceId face, PhotoRef photo, PhotoRef thumbnail, @Nullable Consent consent) {
  /** One of a rider who was not asked for consent. */
  public RiderProfile(RiderId rider, FaceId face, PhotoRef photo, PhotoRef thumbnail) {
    this(rider, face, photo, thumbnail, null);
  }

  /** The same profile, with the face under another id. */
  public RiderProfile with(FaceId present) {
    return new RiderProfile(rider, present, photo, thumbnail, consent);
  }
}
