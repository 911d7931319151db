package dev.riderphotos.face;

/** Why a face was seen and not indexed, in Rekognition's words. */
public enum UnindexedReason {
  EXCEEDS_MAX_FACES,
  EXTREME_POSE,
  LOW_BRIGHTNESS,
  LOW_SHARPNESS,
  LOW_CONFIDENCE,
  SMALL_BOUNDING_BOX,
  LOW_FACE_QUALITY
}
