package dev.riderphotos.face;

import java.util.List;

/**
 * A face looked at closely; nothing of it is kept.
 *
 * @param landmarks those that are known of it, each type at most once
 * @param sunglassesConfidence how sure it is that it wears sunglasses, or that it wears none: 50 to
 *     100
 */
public record SeenFace(FaceDetail detail, List<Landmark> landmarks, double sunglassesConfidence) {
  public SeenFace {
    landmarks = List.copyOf(landmarks);
  }
}
