package dev.riderphotos.face;

import org.jspecify.annotations.Nullable;

/**
 * What can be seen of a face, and may be kept and shown: nothing here tells whose it is.
 *
 * @param box where it is
 * @param confidence that it is a face, 0 to 100
 * @param sunglasses whether it wears sunglasses, as who detected it judges: our engine by {@code
 *     Sunglasses} in face-engine
 * @param brightness of the face, 0 to 100
 * @param sharpness of the face, 0 to 100
 * @param eyeDistance pixels of the picture between the centres of the eyes; {@code null} where
 *     nobody said where they are
 * @param signals what the model suspects of it; {@code null} where the model suspects nobody
 */
public record FaceDetail(
    BoundingBox box,
    double confidence,
    boolean sunglasses,
    Pose pose,
    double brightness,
    double sharpness,
    @Nullable Double eyeDistance,
    @Nullable FaceSignals signals) {

  /** A face of which nobody said where its eyes are, or suspected anything. */
  public FaceDetail(
      BoundingBox box,
      double confidence,
      boolean sunglasses,
      Pose pose,
      double brightness,
      double sharpness) {
    this(box, confidence, sunglasses, pose, brightness, sharpness, null, null);
  }

  /** The same face with its eyes so many pixels apart. */
  public FaceDetail withEyesApart(@Nullable Double pixels) {
    return new FaceDetail(
        box, confidence, sunglasses, pose, brightness, sharpness, pixels, signals);
  }

  /** The same face under this suspicion. */
  public FaceDetail withSignals(@Nullable FaceSignals suspected) {
    return new FaceDetail(
        box, confidence, sunglasses, pose, brightness, sharpness, eyeDistance, suspected);
  }
}
