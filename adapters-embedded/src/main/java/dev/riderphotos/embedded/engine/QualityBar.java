package dev.riderphotos.embedded.engine;

import static dev.riderphotos.face.UnindexedReason.EXTREME_POSE;
import static dev.riderphotos.face.UnindexedReason.LOW_BRIGHTNESS;
import static dev.riderphotos.face.UnindexedReason.LOW_CONFIDENCE;
import static dev.riderphotos.face.UnindexedReason.LOW_SHARPNESS;
import static dev.riderphotos.face.UnindexedReason.SMALL_BOUNDING_BOX;

import dev.riderphotos.face.FaceDetail;
import dev.riderphotos.face.Pose;
import dev.riderphotos.face.QualityFilter;
import dev.riderphotos.face.UnindexedReason;
import dev.riderphotos.photo.Picture;
import java.util.EnumSet;
import java.util.Set;

/**
 * How good a face must be, in the engine's figures. Pose is an estimate, so its limits are wide.
 *
 * @param pixels of the box's shorter side
 * @param turn yaw and pitch in degrees, at most
 */
record QualityBar(
    double pixels, double turn, double brightness, double sharpness, double confidence) {
  static QualityBar of(QualityFilter filter) {
    return switch (filter) {
      case NONE -> new QualityBar(0, 360, 0, 0, 0);
      case LOW, AUTO -> new QualityBar(32, 60, 12, 12, 84);
      case MEDIUM -> new QualityBar(60, 45, 25, 25, 90);
      case HIGH -> new QualityBar(100, 30, 35, 50, 95);
    };
  }

  /** What is against the face; empty if it is good enough. */
  Set<UnindexedReason> reasonsAgainst(FaceDetail face, Picture picture) {
    Set<UnindexedReason> reasons = EnumSet.noneOf(UnindexedReason.class);
    if (face.box().shorterSide(picture) < pixels) {
      reasons.add(SMALL_BOUNDING_BOX);
    }
    if (turned(face.pose()) > turn) {
      reasons.add(EXTREME_POSE);
    }
    if (face.brightness() < brightness) {
      reasons.add(LOW_BRIGHTNESS);
    }
    if (face.sharpness() < sharpness) {
      reasons.add(LOW_SHARPNESS);
    }
    if (face.confidence() < confidence) {
      reasons.add(LOW_CONFIDENCE);
    }
    return reasons;
  }

  private static double turned(Pose pose) {
    return Math.max(Math.abs(pose.yaw()), Math.abs(pose.pitch()));
  }
}
