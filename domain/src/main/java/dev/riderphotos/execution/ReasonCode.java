package dev.riderphotos.execution;

/** Why a photo is refused, or could be better. A closed list: clients may rely on it. */
public enum ReasonCode {
  FACE_COUNT("Take the photo with your own face in it, and no other."),
  SUNGLASSES("Take off your sunglasses."),
  ALREADY_REGISTERED("This face is registered already. If that was not you, tell our support."),
  ANOTHER_FACE(
      "You stay verified with your earlier photo. Take the new one with your own face in it, or tell"
          + " our support that your looks have changed."),
  UNSUPPORTED_FORMAT("Send a JPEG or PNG photo."),
  IMAGE_TOO_LARGE("Send a photo of at most 15 MB and 25 megapixels."),
  IMAGE_TOO_SMALL("Send a photo of at least 80 by 80 pixels."),
  IMAGE_UNREADABLE("The file is damaged. Take a new photo and send that."),
  PHOTO_MISSING("The photo did not arrive. Send it again."),
  CONSENT_MISSING("Read what is kept, and agree before the photo is sent."),
  FACE_TOO_SMALL("Come closer to the camera, and send the photo in its full size."),
  FACE_CUT_OFF("Keep your whole face in the picture."),
  TURNED_AWAY("Look straight into the camera."),
  TOO_DARK("Find more light."),
  TOO_BRIGHT("Find a place with less light on your face."),
  BLURRED("Hold the camera still."),
  EYES_CLOSED("Keep your eyes open."),
  PHOTO_OF_PHOTO("Look at it closely before you trust it.");

  private final String advice;

  ReasonCode(String advice) {
    this.advice = advice;
  }

  /**
   * What the rider can do about it, in a sentence; what an operator can, if riders are not told.
   */
  public String advice() {
    return advice;
  }

  /** Whether riders may hear of it: who deceives learns nothing of what gave it away. */
  public boolean toldToRiders() {
    return this != PHOTO_OF_PHOTO;
  }

  /** Whether it is a suspicion, which is never held against a photo. */
  public boolean suspicion() {
    return this == EYES_CLOSED || this == PHOTO_OF_PHOTO;
  }
}
