package dev.riderphotos.rekognition;

import dev.riderphotos.face.LandmarkType;
import java.util.List;

/**
 * What of a face is asked for. The usual things are always given; of what else Rekognition would
 * tell, we know more landmarks and sunglasses.
 */
record FaceAttributes(boolean all, boolean sunglasses) {
  /** Nothing is asked for but the usual things. */
  static final FaceAttributes USUAL = new FaceAttributes(false, false);

  /** Rekognition knows the attributes by these names. */
  private enum Attribute {
    DEFAULT,
    ALL,
    AGE_RANGE,
    BEARD,
    EMOTIONS,
    EYE_DIRECTION,
    EYEGLASSES,
    EYES_OPEN,
    GENDER,
    MOUTH_OPEN,
    MUSTACHE,
    FACE_OCCLUDED,
    SMILE,
    SUNGLASSES
  }

  static FaceAttributes of(Input request, String member) {
    List<String> names =
        request
            .textsIfGiven(member, 0, Integer.MAX_VALUE, Input.Text.oneOf(Attribute.class))
            .orElse(List.of());
    boolean all = names.contains(Attribute.ALL.name());
    return new FaceAttributes(all, all || names.contains(Attribute.SUNGLASSES.name()));
  }

  boolean shows(LandmarkType type) {
    return all || LandmarkNames.USUAL.contains(type);
  }
}
